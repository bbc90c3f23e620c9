package org.tocsin.ingest.page;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.lists.WordList;
import org.tocsin.ingest.meta.LanguageCode;
import org.tocsin.ingest.meta.PublishedDate;

/** Title, date, language, address and outlet of a page, from wherever the page tells them. */
final class PageFacts {
  private static final List<String> DATES = WordList.read("date-selectors.txt");

  private final Document page;
  private final StructuredData data;
  private final @Nullable Instant published;
  private final @Nullable String title;

  /** Reads at once, because the main text is found by taking the page apart. */
  PageFacts(Document page, StructuredData data) {
    this.page = page;
    this.data = data;
    this.published = findDate();
    this.title = new PageTitle(page, data.headline()).find();
  }

  @Nullable String title() {
    return title;
  }

  @Nullable Instant published() {
    return published;
  }

  private @Nullable Instant findDate() {
    Instant declared = PublishedDate.parse(data.published());
    if (declared != null) {
      return declared;
    }
    for (String selector : DATES) {
      for (Element element : page.select(selector)) {
        Instant found = PublishedDate.parse(dateOf(element));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static String dateOf(Element element) {
    String machine =
        element.hasAttr("content") ? element.attr("content") : element.attr("datetime");
    return machine.isEmpty() ? element.text() : machine;
  }

  @Nullable String language() {
    String code = LanguageCode.of(page.select("html").attr("lang"));
    if (code == null) {
      code = LanguageCode.of(data.language());
    }
    if (code == null) {
      code = LanguageCode.of(meta("meta[property=og:locale]"));
    }
    return code != null ? code : LanguageCode.of(meta("meta[http-equiv=content-language]"));
  }

  @Nullable String url() {
    for (Element link : page.select("link[rel=canonical]")) {
      if (!link.absUrl("href").isEmpty()) {
        return link.absUrl("href");
      }
    }
    Element declared = page.selectFirst("meta[property=og:url]");
    String address = declared == null ? "" : declared.absUrl("content");
    return address.isEmpty() ? null : address;
  }

  @Nullable String site() {
    String named = meta("meta[property=og:site_name]");
    return named == null ? data.publisher() : named;
  }

  private @Nullable String meta(String selector) {
    Element found = page.selectFirst(selector);
    String content = found == null ? "" : found.attr("content").strip();
    return content.isEmpty() ? null : content;
  }
}
