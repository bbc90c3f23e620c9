package org.tocsin.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.meta.LanguageCode;
import org.tocsin.ingest.meta.PublishedDate;

/**
 * Sitemaps: one draft without text for each address, with what the news extension says about it. An
 * index names other sitemaps and no articles.
 */
final class SitemapParser implements Parser {
  private final Limits limits;

  SitemapParser(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void parse(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    byte[] bytes = BoundedBytes.read(in, limits.documentBytes());
    Element root = Xml.parse(TextDecoder.decode(bytes, origin.contentType()).value());
    List<Element> urls = root.stream().filter(e -> Xml.name(e).equals("url")).toList();
    for (Element url : urls) {
      sink.accept(draft(url, origin));
    }
    if (urls.isEmpty()) {
      sink.accept(Rejection.of(origin.name(), "", "a sitemap without articles"));
    }
  }

  private static ArticleDraft draft(Element url, Origin origin) {
    Element news = Xml.children(url, "news").stream().findFirst().orElse(url);
    Element outlet = Xml.children(news, "publication").stream().findFirst().orElse(news);
    String source = origin.source() == null ? Xml.text(outlet, "name") : origin.source();
    return new ArticleDraft(
        null,
        new Links(origin.url()).resolve(Xml.text(url, "loc")),
        source,
        Xml.text(news, "title"),
        null,
        LanguageCode.of(Xml.text(outlet, "language")),
        PublishedDate.parse(date(url, news)),
        origin.name());
  }

  private static @Nullable String date(Element url, Element news) {
    String published = Xml.text(news, "publication_date");
    return published == null ? Xml.text(url, "lastmod") : published;
  }
}
