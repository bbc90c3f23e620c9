package org.tocsin.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.meta.LanguageCode;
import org.tocsin.ingest.meta.PublishedDate;
import org.tocsin.ingest.page.Byline;
import org.tocsin.ingest.page.Page;
import org.tocsin.ingest.page.PageReader;

/**
 * An article as a JSON object: {@code {"id","url","source","title","text"|"html","language",
 * "published","authors","site","modified"}}. Only text or html is needed; unknown fields are
 * ignored.
 */
final class JsonArticle {
  private final JsonNode node;
  private final Origin origin;

  private JsonArticle(JsonNode node, Origin origin) {
    this.node = node;
    this.origin = origin;
  }

  /** A draft, or a rejection where this is no object. */
  static Parsed read(JsonNode node, Origin origin, String place) {
    return node.isObject()
        ? new JsonArticle(node, origin).draft()
        : Rejection.of(origin.name(), place, "not a JSON object");
  }

  private ArticleDraft draft() {
    String text = field("text");
    String html = field("html");
    Page page = text == null && html != null ? PageReader.read(html, field("url")) : Page.EMPTY;
    String title = field("title");
    String language = LanguageCode.of(field("language"));
    String date = field("published");
    return new ArticleDraft(
        field("id"),
        or(field("url"), page.url()),
        or(origin.source(), or(field("source"), page.site())),
        or(title, page.title()),
        or(text, page.text()),
        or(language, page.language()),
        date == null ? page.published() : PublishedDate.parse(date),
        origin.name(),
        credits().or(new Credits(page.authors(), page.site(), page.modified())));
  }

  /** {@code "authors":["Marta Quill"]}, or one of them; {@code "site"} and {@code "modified"}. */
  private Credits credits() {
    List<String> authors = new ArrayList<>();
    node.path("authors").forEach(author -> authors.add(author.asText("").strip()));
    String one = field("authors");
    authors.addAll(one == null ? List.of() : Byline.names(one));
    authors.removeIf(String::isEmpty);
    return new Credits(authors, field("site"), PublishedDate.parse(field("modified")));
  }

  private @Nullable String field(String name) {
    JsonNode value = node.get(name);
    return value == null || !value.isValueNode() || value.isNull() ? null : value.asText();
  }

  private static @Nullable String or(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }
}
