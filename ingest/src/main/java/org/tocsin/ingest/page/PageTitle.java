package org.tocsin.ingest.page;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a page. A heading counts where what the publisher says to machines agrees with
 * it, or where it is the only one that can be meant; otherwise the longest of what the publisher
 * says, without the outlet's name before or behind.
 */
final class PageTitle {
  private static final String DASHES = "[–—:-]";
  private static final String ASIDE = "aside,nav,footer,[class*=recirc],[class*=related]";

  /** Fewer words than this are a section or the outlet rather than a headline. */
  private static final int WORDS = 3;

  private static final int LONG_NAME = 30;
  private static final int FAR_MORE = 2;
  private static final String UNKNOWN = "\0";

  private final Document page;
  private final @Nullable String headline;
  private final @Nullable String site;

  PageTitle(Document page, @Nullable String headline, @Nullable String site) {
    this.page = page;
    this.headline = HtmlText.line(headline);
    this.site = site;
  }

  @Nullable String find() {
    String social = meta();
    String window = HtmlText.line(page.title());
    List<String> headings =
        page.select("h1").stream()
            .filter(h -> h.closest(ASIDE) == null)
            .map(h -> h.text().strip())
            .filter(h -> !h.isEmpty())
            .distinct()
            .toList();
    for (String text : headings) {
      if (begins(headline, text) || begins(social, text) || begins(window, text)) {
        return text;
      }
    }
    List<String> possible = headings.stream().filter(this::possible).toList();
    return possible.size() == 1 ? possible.get(0) : declared(social, window);
  }

  private boolean possible(String heading) {
    return heading.split("\\s+").length >= WORDS && !squeeze(heading).startsWith(outlet());
  }

  /** The headline for machines may be cut short where the one for social media is not. */
  private @Nullable String declared(@Nullable String social, @Nullable String window) {
    String best = headline != null ? headline : social != null ? social : window;
    if (best == null) {
      return null;
    }
    String full = social == null ? best : withoutSite(social);
    return full.length() > best.length() && begins(full, best) ? full : withoutSite(best);
  }

  private @Nullable String meta() {
    Element found = page.selectFirst("meta[property=og:title],meta[name=twitter:title]");
    return found == null ? null : HtmlText.line(found.attr("content"));
  }

  private static boolean begins(@Nullable String title, String heading) {
    return title != null && squeeze(title).startsWith(squeeze(heading));
  }

  private static String squeeze(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The outlet's name, squeezed; something no title begins with where it is not known. */
  private String outlet() {
    String name = site == null ? "" : squeeze(site);
    return name.isEmpty() ? UNKNOWN : name;
  }

  /**
   * Takes off the outlet's name in front or behind, and of parts between bars all but the longest.
   */
  private String withoutSite(String title) {
    String barred = fullest(title.split("\\s[|»·]{1,2}\\s"));
    String[] parts = barred.split("\\s" + DASHES + "{1,2}\\s");
    if (parts.length < 2) {
      return barred;
    }
    if (squeeze(parts[0]).equals(outlet())) {
      return barred.substring(parts[0].length()).replaceFirst("^\\s" + DASHES + "{1,2}\\s", "");
    }
    String last = parts[parts.length - 1];
    String rest = barred.substring(0, barred.length() - last.length());
    boolean name = last.length() < LONG_NAME && rest.length() > last.length() && names(last);
    return name ? rest.replaceAll("\\s" + DASHES + "{1,2}\\s$", "") : barred;
  }

  /** Whether this can be the outlet's name; where that is not known anything can. */
  private boolean names(String part) {
    String squeezed = squeeze(part);
    return outlet().equals(UNKNOWN) || outlet().contains(squeezed) || squeezed.contains(outlet());
  }

  /** The first part, unless a later one says far more: a section may stand in front. */
  private static String fullest(String[] parts) {
    String longest = parts[0];
    for (String part : parts) {
      longest = part.length() > longest.length() * FAR_MORE ? part : longest;
    }
    return longest;
  }
}
