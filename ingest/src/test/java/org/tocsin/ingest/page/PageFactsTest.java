package org.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFactsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a heading that agrees | <title>Quay opens again - Courier</title><h1>Courier</h1><h1>Quay opens again</h1> | Quay opens again",
        "the only heading | <title>Watch: pier!</title><meta property=og:title content=\"Huge pier news\"><h1>The pier opens on Monday</h1> | The pier opens on Monday",
        "a heading aside | <title>Pier open on Monday</title><aside><h1>Most read this week here</h1></aside> | Pier open on Monday",
        "the outlet in front | <meta property=og:site_name content=Courier><title>Courier - Quay opens on Monday</title> | Quay opens on Monday",
        "the outlet behind | <meta property=og:site_name content=\"The Courier\"><title>Quay opens - on Monday - Courier</title> | Quay opens - on Monday",
        "sections between bars | <title>Opinion ¦ Let the quay be a quay ¦ Editorial</title> | Let the quay be a quay",
        "cut short for machines | <script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Quay opens\"}</script><meta property=og:title content=\"Quay opens — at last, says mayor\"><meta property=og:site_name content=Courier> | Quay opens — at last, says mayor",
      })
  void findsTheHeadline(String oddity, String head, String title) {
    assertThat(read(head.replace('¦', '|'), null).title()).isEqualTo(title);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "broken JSON-LD | <script type=application/ld+json>{\"@type\":\"NewsArticle\",,\"datePublished\":\"2026-03-03T10:15:00+02:00\"}</script> | | 2026-03-03T10:15+02:00",
        "a script | <script>var page={\\\"publishedAt\\\":\\\"2026-03-03T10:15:00Z\\\"}</script> | | 2026-03-03T10:15Z",
        "its address | <p>Pier. | https://courier.example/2026/03/04/pier | 2026-03-04T00:00Z",
        "its address with a name | <p>Pier. | https://courier.example/2026/mar/4/pier | 2026-03-04T00:00Z",
        "no date in its address | <p>Pier. | https://courier.example/2026/12/231218130031 | ",
        "text behind the headline | <p>5 May 2020</p><h1>Pier</h1><a>6 May 2020</a><span>7 May 2026</span> | | 2026-05-07T00:00Z",
        "text of a German page | <h1>Pier</h1><span>Hafen, 7.5.2026, 8:30 Uhr</span> | | 2026-05-07T08:30Z",
        "the zone of its readers | <meta property=article:published_time content=2026-05-07T22:03:00Z><h1>Pier</h1><span>8 May 2026 - 9:03AM</span> | | 2026-05-08T09:03+11:00",
        "another time for its readers | <meta property=article:published_time content=2026-05-07T22:03:00Z><h1>Pier</h1><span>Updated 8 May 2026 9:10</span> | | 2026-05-07T22:03Z",
        "only a change | <meta property=article:modified_time content=2026-05-07T22:03:00Z> | | 2026-05-07T22:03Z",
      })
  void findsWhenItWasPublished(
      String oddity, String html, @Nullable String url, @Nullable String published) {
    OffsetDateTime wanted = published == null ? null : OffsetDateTime.parse(published);
    assertThat(read(html, url).published()).isEqualTo(wanted);
  }

  private static Page read(String html, @Nullable String url) {
    return PageReader.read(html, url);
  }
}
