package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Lane;

class OpmlTest {
  @Test
  void readsTheListsOfOtherReaders() {
    String list =
        "<opml version='1.0'><body><outline text='Ports &amp; Quays'>"
            + "<outline text='Elsin Courier' xmlUrl='https://courier.example/rss?a=1&amp;b=2'/>"
            + "<outline title='Elsin Courier' xmlurl='https://courier.example/sport'/>"
            + "<outline text='again' xmlUrl='https://courier.example/sport'/>"
            + "<outline text='no feed' htmlUrl='https://x.example'/></outline></body></opml>";

    assertThat(Opml.read(list.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            Map.of(
                "Elsin-Courier", "https://courier.example/rss?a=1&b=2",
                "Elsin-Courier-2", "https://courier.example/sport"));
  }

  @Test
  void readsWhatItWrote() {
    SourceSettings source =
        new SourceSettings(
            "courier",
            SourceSettings.Kind.FEED,
            "https://courier.example/rss?a=1&b=\"2\"",
            Duration.ofMinutes(5),
            false,
            false,
            Lane.LIVE);

    String list = Opml.write(List.of(source));

    assertThat(Opml.read(list.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Map.of("courier", source.location()));
  }
}
