package org.tocsin.enrich.text;

/**
 * One paragraph of an article. Its text is as long as the stretch it stands for, with line ends and
 * torn-in lines (addresses of a page break) blanked, so that offsets stay true: {@code [120, …) "He
 * left. "}.
 *
 * @param start offset of the first code unit in the article's text
 * @param text the words, line ends blanked
 * @param heading whether it reads like a headline: short, without a full stop at its end
 */
public record Paragraph(int start, String text, boolean heading) {
  /** Offset after the last code unit in the article's text. */
  public int end() {
    return start + text.length();
  }
}
