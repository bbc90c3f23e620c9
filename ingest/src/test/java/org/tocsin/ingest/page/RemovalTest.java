package org.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RemovalTest {
  private static final String PAGE =
      "<div id=a><i>1</i>two<b>3</b><nav>4<nav>5</nav></nav><b>6</b></div><nav>7</nav><p>8</p>";

  @Test
  void leavesWhatOneByOneWouldLeave() {
    Document page = Jsoup.parse(PAGE);
    Document other = Jsoup.parse(PAGE);

    Removal.of(page.select("nav,b"));
    other.select("nav,b").remove();

    assertThat(page.html()).isEqualTo(other.html());
    Element first = page.selectFirst("i");
    assertThat(first == null ? null : first.parent()).isSameAs(page.getElementById("a"));
    assertThat(page.getAllElements()).allMatch(e -> e.equals(page) || e.parent() != null);
  }
}
