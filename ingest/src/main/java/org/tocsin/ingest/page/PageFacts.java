package org.tocsin.ingest.page;

import java.time.OffsetDateTime;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.meta.LanguageCode;

/** What a page says of its article: title, times, authors, language, address and outlet. */
final class PageFacts {
  private final Document page;
  private final StructuredData data;
  private final @Nullable OffsetDateTime published;
  private final @Nullable OffsetDateTime modified;
  private final @Nullable String title;
  private final List<String> authors;

  /** Reads at once, because the main text is found by taking the page apart. */
  PageFacts(Document page, StructuredData data, @Nullable String address) {
    this.page = page;
    this.data = data;
    String named = url();
    PageDate date = new PageDate(page, data, named == null ? address : named);
    this.published = date.find();
    this.modified = date.modified();
    this.authors = new PageAuthors(page, data, site()).find();
    this.title = new PageTitle(page, data.headline(), site()).find();
  }

  @Nullable String title() {
    return title;
  }

  @Nullable OffsetDateTime published() {
    return published;
  }

  /** When it was last changed, where that is after it was published. */
  @Nullable OffsetDateTime modified() {
    return modified != null && published != null && modified.isBefore(published) ? null : modified;
  }

  List<String> authors() {
    return authors;
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
