package org.tocsin.ingest.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads the article out of a page of HTML. */
public final class PageReader {
  /** The publisher's own text is taken where the page shows less than this share of it. */
  private static final double SHOWN = 0.5;

  /** With less text than this the article may have been taken for furniture. */
  private static final int LITTLE = 250;

  private static final int MUCH_MORE = 2;

  private PageReader() {}

  /**
   * Reads a page.
   *
   * @param url the address the page was fetched from, where it is known
   */
  public static Page read(String html, @Nullable String url) {
    Document page = Jsoup.parse(html, url == null ? "" : url);
    StructuredData data = StructuredData.of(page);
    PageFacts facts = new PageFacts(page, data, url);
    return new Page(
        facts.title(),
        text(page, html, data),
        facts.language(),
        facts.published(),
        facts.url(),
        facts.site(),
        facts.authors(),
        facts.modified());
  }

  private static String text(Document page, String html, StructuredData data) {
    String declared = data.body();
    String shown = MainText.of(page);
    if (shown.length() < LITTLE) {
      String more = MainText.ofUnfurnished(Jsoup.parse(html));
      shown = more.length() > MUCH_MORE * shown.length() + LITTLE ? more : shown;
    }
    if (declared == null) {
      return shown;
    }
    String clean = HtmlText.of(declared);
    return shown.length() < clean.length() * SHOWN ? clean : shown;
  }
}
