package org.tocsin.ingest.page;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a page. The page's own heading counts where the publisher's data for machines
 * agrees with it; otherwise what the publisher says, without the outlet's name at the end.
 */
final class PageTitle {
  private static final String DASHES = "[|–—·»:-]";

  private final Document page;
  private final @Nullable String headline;

  PageTitle(Document page, @Nullable String headline) {
    this.page = page;
    this.headline = HtmlText.line(headline);
  }

  @Nullable String find() {
    String social = meta();
    String window = HtmlText.line(page.title());
    for (Element heading : page.select("h1")) {
      String text = heading.text().strip();
      if (!text.isEmpty()
          && (begins(headline, text) || begins(social, text) || begins(window, text))) {
        return text;
      }
    }
    String declared = headline != null ? headline : social != null ? social : window;
    return declared == null ? null : withoutSite(declared);
  }

  private @Nullable String meta() {
    Element found = page.selectFirst("meta[property=og:title],meta[name=twitter:title]");
    return found == null ? null : HtmlText.line(found.attr("content"));
  }

  private static boolean begins(@Nullable String title, String heading) {
    return title != null && squeeze(title).startsWith(squeeze(heading));
  }

  private static String squeeze(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Takes off what stands behind the last dash or bar, where the site or its name says so. */
  private String withoutSite(String title) {
    String[] parts = title.split("\\s" + DASHES + "{1,2}\\s");
    if (parts.length < 2) {
      return title;
    }
    String last = parts[parts.length - 1];
    String rest = title.substring(0, title.length() - last.length());
    boolean site = last.length() < 30 && rest.length() > last.length();
    return site ? rest.replaceAll("\\s" + DASHES + "{1,2}\\s$", "") : title;
  }
}
