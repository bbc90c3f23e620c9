package org.tocsin.ingest.page;

import org.jsoup.nodes.Element;

/**
 * A stretch of text that stands by itself: a paragraph, a heading, an entry of a list.
 *
 * @param element the innermost element that sets it apart
 * @param linked how many of its characters are links
 */
record Block(Element element, String text, int linked) {
  /** One Chinese or Japanese character says about as much as three letters. */
  private static final int IDEOGRAPH = 3;

  /** Length in letters, ideographs counted as several. */
  int weight() {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      weight += text.charAt(i) >= '\u2E80' ? IDEOGRAPH : 1;
    }
    return weight;
  }

  /** Share of the characters that are links. */
  double linkShare() {
    return text.isEmpty() ? 0 : (double) linked / text.length();
  }

  boolean heading() {
    String tag = element.normalName();
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }

  boolean listed() {
    return element.nameIs("li") || element.nameIs("dd") || element.nameIs("dt");
  }
}
