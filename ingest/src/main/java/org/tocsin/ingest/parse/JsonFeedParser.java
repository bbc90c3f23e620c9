package org.tocsin.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import org.tocsin.ingest.meta.LanguageCode;
import org.tocsin.ingest.meta.PublishedDate;
import org.tocsin.ingest.page.Byline;
import org.tocsin.ingest.page.HtmlText;

/** JSON Feed 1.0 and 1.1: one draft for each item. */
final class JsonFeedParser implements Parser {
  private final Limits limits;

  JsonFeedParser(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void parse(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    byte[] bytes = BoundedBytes.read(in, limits.documentBytes());
    try {
      JsonNode feed = Json.mapper().readTree(TextDecoder.decode(bytes, null).value());
      Links links = new Links(first(feed, "feed_url", "home_page_url"), origin.url());
      for (JsonNode item : feed.path("items")) {
        sink.accept(draft(item, feed, links, origin));
      }
    } catch (JsonProcessingException e) {
      sink.accept(new Rejection(origin.name(), "", JsonFault.describe(e), bytes));
    }
  }

  private static ArticleDraft draft(JsonNode item, JsonNode feed, Links links, Origin origin) {
    String source = origin.source() == null ? first(feed, "title") : origin.source();
    String language = first(item, "language");
    return new ArticleDraft(
        null,
        links.resolve(first(item, "url", "external_url", "id")),
        source,
        HtmlText.line(first(item, "title")),
        text(item),
        LanguageCode.of(language == null ? first(feed, "language") : language),
        PublishedDate.parse(first(item, "date_published", "date_modified")),
        origin.name(),
        credits(item, feed));
  }

  /** Version 1.1 has a list of authors, 1.0 one; those of the feed are those of its items. */
  private static Credits credits(JsonNode item, JsonNode feed) {
    List<String> names = new ArrayList<>();
    for (JsonNode from : List.of(item, feed)) {
      for (JsonNode author : names.isEmpty() ? from.path("authors") : MissingNode.getInstance()) {
        names.addAll(Byline.names(author.path("name").asText("")));
      }
      if (names.isEmpty()) {
        names.addAll(Byline.names(from.path("author").path("name").asText("")));
      }
    }
    String changed = first(item, "date_modified");
    return new Credits(names, first(feed, "title"), PublishedDate.parse(changed));
  }

  private static @Nullable String text(JsonNode item) {
    String html = first(item, "content_html");
    return html == null ? first(item, "content_text", "summary") : HtmlText.of(html);
  }

  private static @Nullable String first(JsonNode node, String... names) {
    for (String name : names) {
      String value = node.path(name).asText("");
      if (!value.isBlank()) {
        return value;
      }
    }
    return null;
  }
}
