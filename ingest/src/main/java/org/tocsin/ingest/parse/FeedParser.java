package org.tocsin.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.meta.LanguageCode;
import org.tocsin.ingest.page.HtmlText;

/**
 * RSS 0.9x, 1.0, 2.0, RDF and Atom, well formed or not: one draft for each item or entry, wherever
 * it stands. Versions and namespaces are not asked for, because feeds mix them.
 */
final class FeedParser implements Parser {
  private static final Set<String> ITEMS = Set.of("item", "entry");

  private final Limits limits;

  FeedParser(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void parse(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    byte[] bytes = BoundedBytes.read(in, limits.documentBytes());
    Element root = Xml.parse(TextDecoder.decode(bytes, origin.contentType()).value());
    List<Element> items = root.stream().filter(e -> isItem(e) && !inItem(e)).toList();
    Element feed = root.stream().filter(FeedParser::isFeed).findFirst().orElse(root);
    FeedFacts facts = facts(feed, origin);
    for (Element item : items) {
      sink.accept(new FeedItem(item, facts).draft(origin.name()));
    }
    if (items.isEmpty()) {
      sink.accept(Rejection.of(origin.name(), "", ArticleReader.NO_ITEMS));
    }
  }

  private static boolean isFeed(Element element) {
    String name = Xml.name(element);
    return name.equals("channel") || name.equals("feed");
  }

  /** Elements of other vocabularies, such as {@code content:item}, only share the name. */
  private static boolean isItem(Element element) {
    return ITEMS.contains(Xml.name(element)) && !Xml.foreign(element);
  }

  /** Items inside items are pictures, sources or quotations. */
  private static boolean inItem(Element element) {
    for (Element up = element.parent(); up != null; up = up.parent()) {
      if (isItem(up)) {
        return true;
      }
    }
    return false;
  }

  private static FeedFacts facts(Element feed, Origin origin) {
    String title = HtmlText.line(Xml.text(feed, "title"));
    return new FeedFacts(
        title,
        origin.source() == null ? title : origin.source(),
        LanguageCode.of(language(feed)),
        origin.url() == null ? FeedItem.link(feed) : origin.url());
  }

  private static @Nullable String language(Element feed) {
    String declared = Xml.text(feed, "language");
    return declared == null ? feed.attr("xml:lang") : declared;
  }

  /** What a feed says about all its items. */
  record FeedFacts(
      @Nullable String title,
      @Nullable String source,
      @Nullable String language,
      @Nullable String url) {}
}
