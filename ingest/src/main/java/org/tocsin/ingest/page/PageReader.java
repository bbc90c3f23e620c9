package org.tocsin.ingest.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads the article out of a page of HTML. */
public final class PageReader {
  /** The publisher's own text is taken where the page shows less than this share of it. */
  private static final double SHOWN = 0.5;

  private PageReader() {}

  /**
   * Reads a page.
   *
   * @param url the address the page was fetched from, where it is known
   */
  public static Page read(String html, @Nullable String url) {
    Document page = Jsoup.parse(html, url == null ? "" : url);
    StructuredData data = StructuredData.of(page);
    PageFacts facts = new PageFacts(page, data);
    return new Page(
        facts.title(),
        text(page, data),
        facts.language(),
        facts.published(),
        facts.url(),
        facts.site());
  }

  private static String text(Document page, StructuredData data) {
    String declared = data.body();
    String shown = MainText.of(page);
    if (declared == null) {
      return shown;
    }
    String clean = HtmlText.of(declared);
    return shown.length() < clean.length() * SHOWN ? clean : shown;
  }
}
