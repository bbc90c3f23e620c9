package org.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
        "published anew | <meta property=article:published_time content=2026-05-01T08:00:00Z><meta property=article:modified_time content=2026-05-07T22:03:00Z><h1>Pier</h1><span>7 May 2026</span> | | 2026-05-07T22:03Z",
        "a change that is called one | <meta property=article:published_time content=2026-05-01T08:00:00Z><meta property=article:modified_time content=2026-05-07T22:03:00Z><h1>Pier</h1><div>Last updated <span>7 May 2026</span></div> | | 2026-05-01T08:00Z",
        "both days shown | <meta property=article:published_time content=2026-05-01T08:00:00Z><meta property=article:modified_time content=2026-05-07T22:03:00Z><h1>Pier</h1><span>7 May 2026</span><span>1 May 2026</span> | | 2026-05-01T08:00Z",
        "the second of several types | <script type=application/ld+json>{\"@type\":[\"Thing\",\"NewsArticle\"],\"datePublished\":\"2026-05-01T08:00:00Z\"}</script> | | 2026-05-01T08:00Z",
        "an article in a graph | <script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-01T08:00:00+03:00\"}]}</script> | | 2026-05-01T08:00+03:00",
        "text of a Russian page | <html lang=ru><h1>Пирс</h1><span>7 мая 2026, 8:30</span> | | 2026-05-07T08:30Z",
        "text of a French page | <html lang=fr><h1>Quai</h1><span>Publié le 7 mai 2026 à 08:30</span> | | 2026-05-07T08:30Z",
        "text of a Spanish page | <html lang=es><h1>Muelle</h1><span>7 de mayo de 2026</span> | | 2026-05-07T00:00Z",
        "text of a Chinese page | <html lang=zh><h1>码头</h1><span>2026年5月7日 08:30</span> | | 2026-05-07T08:30Z",
        "text of a Korean page | <html lang=ko><h1>부두</h1><span>입력 2026년 5월 7일 8시 30분</span> | | 2026-05-07T08:30Z",
        "text of an Arabic page | <html lang=ar><h1>رصيف</h1><span>٧ مايو ٢٠٢٦</span> | | 2026-05-07T00:00Z",
        "text of a Portuguese page | <html lang=pt><h1>Cais</h1><span>7 de maio de 2026, 08h30</span> | | 2026-05-07T08:30Z",
        "only a change | <meta property=article:modified_time content=2026-05-07T22:03:00Z> | | 2026-05-07T22:03Z",
      })
  void findsWhenItWasPublished(
      String oddity, String html, @Nullable String url, @Nullable String published) {
    OffsetDateTime wanted = published == null ? null : OffsetDateTime.parse(published);
    assertThat(read(html, url).published()).isEqualTo(wanted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "JSON-LD | <script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Marta Quill\"}}</script> | Marta Quill",
        "several in JSON-LD | <script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Marta Quill\"},\"Jon Aas\"]}</script> | Marta Quill;Jon Aas",
        "one elsewhere in the graph | <script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#q\"}},{\"@type\":\"Person\",\"@id\":\"#q\",\"name\":\"Marta Quill\"}]}</script> | Marta Quill",
        "a meta tag | <meta name=author content=\"By Marta Quill and Jon Aas\"> | Marta Quill;Jon Aas",
        "a byline with titles | <h1>Pier</h1><p class=byline>By Marta Quill, Harbour Correspondent, 3 May 2026</p> | Marta Quill;Harbour Correspondent",
        "a link to an author | <h1>Pier</h1><div>By <a href=/author/mq>Marta Quill</a> • 3 May 2026</div> | Marta Quill",
        "authors of other articles | <h1>Pier</h1><div><i><a rel=author>Marta Quill</a></i></div><section><div><i><a rel=author>Jon Aas</a></i></div></section> | Marta Quill",
        "a German byline | <html lang=de><h1>Pier</h1><p>Von Marta Quill und Jon Aas</p> | Marta Quill;Jon Aas",
        "a Russian byline | <html lang=ru><h1>Пирс</h1><p class=author-name>Автор: Анна Ветрова</p> | Анна Ветрова",
        "the outlet | <meta property=og:site_name content=\"The Courier\"><meta name=author content=\"The Courier\"><p>Pier. | ",
        "nobody | <meta name=author content=admin><h1>Pier</h1><p>By the way, it rained.</p> | ",
        "an address | <meta property=article:author content=https://courier.example/quill><p>Pier. | ",
      })
  void findsWhoWroteIt(String oddity, String html, @Nullable String names) {
    List<String> wanted = names == null ? List.of() : List.of(names.split(";"));
    assertThat(read(html, null).authors()).isEqualTo(wanted);
  }

  @Test
  void findsWhenItWasChanged() {
    String html =
        "<meta property=article:published_time content=2026-05-01T08:00:00Z>"
            + "<meta property=article:modified_time content=%s><h1>Pier</h1>";
    assertThat(read(html.formatted("2026-05-02T09:30:00+02:00"), null).modified())
        .isEqualTo("2026-05-02T09:30:00+02:00");
    assertThat(read(html.formatted("2026-04-30T09:30:00Z"), null).modified()).isNull();
  }

  private static Page read(String html, @Nullable String url) {
    return PageReader.read(html, url);
  }
}
