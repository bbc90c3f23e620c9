package org.tocsin.ingest.parse;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ArticleId;
import org.tocsin.ingest.meta.LanguageCode;
import org.tocsin.ingest.meta.PublishedDate;
import org.tocsin.ingest.page.HtmlText;

/** One {@code item} or {@code entry} of a feed, with all the names its parts go by. */
final class FeedItem {
  private static final String[] DATES = {
    "pubdate", "published", "date", "issued", "created", "updated", "modified"
  };

  private static final Pattern PATH = Pattern.compile("[^:/]*/.*");
  private static final String[] CHANGED = {"updated", "modified"};

  private final Element item;
  private final FeedParser.FeedFacts feed;

  FeedItem(Element item, FeedParser.FeedFacts feed) {
    this.item = item;
    this.feed = feed;
  }

  ArticleDraft draft(String origin) {
    String url = new Links(base(), feed.url()).resolve(link(item));
    return new ArticleDraft(
        url == null ? guidId() : null,
        url,
        feed.source(),
        HtmlText.line(title()),
        body(),
        language(),
        published(),
        origin,
        new Credits(
            FeedAuthors.of(item), feed.title(), PublishedDate.parse(Xml.text(item, CHANGED))));
  }

  /** Some feeds of pictures name only the picture. */
  private @Nullable String title() {
    String own = Xml.text(item, "title");
    Element picture = own == null ? item.selectFirst("> media|title") : null;
    return picture == null ? own : Xml.content(picture);
  }

  /** The channels of the first days had their dates in attributes. */
  private @Nullable OffsetDateTime published() {
    String date = Xml.text(item, DATES);
    return PublishedDate.parse(date == null ? item.attributes().getIgnoreCase("lastmod") : date);
  }

  /** An item without address is known by the name its feed gave it, unique only in that feed. */
  private @Nullable String guidId() {
    String guid = Xml.text(item, "guid", "id");
    String id = Xml.text(item, "id");
    // Atom's ids are addresses of any scheme; those that are paths are relative, as links are.
    if (id != null && id.equals(guid) && PATH.matcher(id).matches()) {
      guid = new Links(base(), feed.url()).resolve(id);
    }
    String where = feed.url() == null ? feed.source() : feed.url();
    return guid == null ? null : ArticleId.hash("guid", where == null ? "" : where, guid);
  }

  private @Nullable String language() {
    String declared = Xml.text(item, "language");
    String code = LanguageCode.of(declared == null ? item.attr("xml:lang") : declared);
    return code == null ? feed.language() : code;
  }

  /** The address that relative links count from, told by {@code xml:base} around the item. */
  private String base() {
    for (Element up = item; up != null; up = up.parent()) {
      if (Links.absolute(up.attr("xml:base"))) {
        return up.attr("xml:base");
      }
    }
    return "";
  }

  private @Nullable String body() {
    String found = Xml.text(item, "encoded", "content", "body", "description", "summary");
    return found == null ? null : HtmlText.of(found);
  }

  /** The address of an item or a feed in any dialect. */
  static @Nullable String link(Element item) {
    String original = Xml.text(item, "origlink");
    if (Links.absolute(original)) {
      return original;
    }
    String linked = alternate(item);
    return linked == null ? permalink(item) : linked;
  }

  private static @Nullable String alternate(Element item) {
    for (Element link : Xml.children(item, "link")) {
      String relation = link.attr("rel").toLowerCase(Locale.ROOT);
      String address = link.hasAttr("href") ? link.attr("href") : Xml.content(link);
      boolean main = relation.isEmpty() || relation.endsWith("alternate");
      if (main && !address.isBlank()) {
        return address.strip();
      }
    }
    return null;
  }

  private static @Nullable String permalink(Element item) {
    for (Element guid : Xml.children(item, "guid")) {
      boolean denied = guid.attr("isPermaLink").equalsIgnoreCase("false");
      if (!denied && Links.absolute(Xml.content(guid))) {
        return Xml.content(guid).strip();
      }
    }
    String id = Xml.text(item, "id");
    return Links.absolute(id) ? id : about(item);
  }

  private static @Nullable String about(Element item) {
    String about = item.attr("rdf:about");
    String named = about.isEmpty() ? item.attributes().getIgnoreCase("href") : about;
    return Links.absolute(named) ? named : null;
  }
}
