package org.tocsin.alert.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Sighting;

class AlertWordsTest {
  private final AlertWords words = new AlertWords(null, ZoneOffset.UTC);

  private static Alert alert(String title, String url) {
    Sighting sighting = Samples.sighting("a", "The port will close.");
    Sighting.Source a = sighting.article();
    return Samples.alert(
        "a",
        0,
        new Sighting(
            sighting.statement(),
            new Sighting.Source(
                a.id(), a.revision(), url, a.name(), title, a.language(), a.time(), a.story()),
            sighting.context(),
            sighting.countries(),
            sighting.actors(),
            sighting.lane()));
  }

  @Test
  void anArticleWithoutTitleHasALinkAllTheSame() {
    List<Alert> untitled = List.of(alert("", "https://gazette.example/n/1"));
    assertThat(words.html(untitled))
        .contains("<a href=\"https://gazette.example/n/1\">https://gazette")
        .doesNotContain("\"></a>");
    assertThat(words.text(untitled)).contains("Harbour Gazette\n").doesNotContain("Gazette, ");
  }

  @Test
  void aFollowUpSaysWhatBecameAndOfWhat() {
    Alert withdrawn = Samples.withdrawn(Samples.alert("a", 1, "The port will close."));
    for (ChatStyle style : ChatStyle.values()) {
      assertThat(words.chat(withdrawn, style))
          .startsWith(style.bold() + "withdrawn" + style.bold() + " · " + style.bold() + "Ports")
          .contains("The port will close.", "→ withdrawn, 10 Mar 2026, 13:00 Z");
      assertThat(words.chat(Samples.alert("a", 0, "port"), style)).doesNotContain("→", "withdrawn");
    }
    assertThat(words.subject(List.of(withdrawn)))
        .isEqualTo("[Ports] withdrawn · Mira Oldenburg: The port will close.");
    assertThat(words.text(List.of(withdrawn)))
        .startsWith("withdrawn · Ports")
        .contains("→ withdrawn, 10 Mar 2026, 13:00 Z\n");
    assertThat(words.html(List.of(withdrawn)))
        .contains("<strong>withdrawn</strong> · ", "</strong> withdrawn, 10 Mar 2026, 13:00 Z</p>");
    assertThat(words.subject(List.of(Samples.alert("a", 0, "port"), withdrawn)))
        .isEqualTo("1 new statements, follow-ups: 1");
  }

  @Test
  void whatWasChangedBeforeItRangIsSaidAtOnce() {
    Alert followed = Samples.withdrawn(Samples.alert("a", 0, "The port will close."));
    assertThat(followed.rings()).isTrue();
    assertThat(words.chat(followed, ChatStyle.SLACK))
        .startsWith("*Ports*")
        .contains("→ withdrawn, 10 Mar 2026, 13:00 Z");
  }

  @Test
  void aLinkHasNoMarkupOfAChat() {
    Alert alert = alert("News", "https://gazette.example/n/x](https://evil.example)<!here>@all 1");
    for (ChatStyle style : ChatStyle.values()) {
      assertThat(words.chat(alert, style))
          .contains(
              "https://gazette.example/n/x%5D%28https://evil.example%29%3C%21here%3E%40all%201");
    }
  }
}
