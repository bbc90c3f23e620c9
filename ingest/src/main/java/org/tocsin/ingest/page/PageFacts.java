package org.tocsin.ingest.page;

import java.time.OffsetDateTime;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.meta.LanguageCode;

/** Title, date, language, address and outlet of a page, from wherever the page tells them. */
final class PageFacts {
  private final Document page;
  private final StructuredData data;
  private final @Nullable OffsetDateTime published;
  private final @Nullable String title;

  /** Reads at once, because the main text is found by taking the page apart. */
  PageFacts(Document page, StructuredData data, @Nullable String address) {
    this.page = page;
    this.data = data;
    String named = url();
    this.published = new PageDate(page, data, named == null ? address : named).find();
    this.title = new PageTitle(page, data.headline(), site()).find();
  }

  @Nullable String title() {
    return title;
  }

  @Nullable OffsetDateTime published() {
    return published;
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
