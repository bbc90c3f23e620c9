package org.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseCountTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>One two</p> <div> three <p> four<br> five </p></div>",
        "  <div>\n</div><ul><li> a <li>b </ul> tail ",
        "<div><object><p>out <object><p>in</p></object> side</p></object></div>",
        "<nav><a>x</a>\u00a0</nav><br><b> </b><p></p>",
        ""
      })
  void countsAsEachElementWouldByItself(String html) {
    Document page = Jsoup.parse(html);

    ProseCount count = ProseCount.of(page);

    for (Element element : page.getAllElements()) {
      int paragraphs =
          element.stream()
              .filter(e -> e.nameIs("p"))
              .mapToInt(p -> p.wholeText().strip().length())
              .sum();
      assertThat(count.text(element)).isEqualTo(element.wholeText().strip().length());
      assertThat(count.paragraphs(element)).isEqualTo(paragraphs);
    }
  }
}
