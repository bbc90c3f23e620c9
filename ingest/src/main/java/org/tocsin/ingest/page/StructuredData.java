package org.tocsin.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;

/**
 * The article as the publisher describes it to machines in JSON-LD: the first object of a page
 * whose type is an article.
 */
final class StructuredData {
  /** Raw line breaks inside strings are common on real pages. */
  private static final ObjectReader READER =
      Json.mapper().reader().with(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS.mappedFeature());

  private static final int DEEP = 6;

  private final JsonNode article;

  private StructuredData(JsonNode article) {
    this.article = article;
  }

  static StructuredData of(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonNode article = article(read(script.data()), DEEP);
      if (!article.isMissingNode()) {
        return new StructuredData(article);
      }
    }
    return new StructuredData(MissingNode.getInstance());
  }

  private static JsonNode read(String json) {
    try {
      return READER.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // Broken data for machines: the page itself remains.
    }
  }

  private static JsonNode article(JsonNode node, int depth) {
    if (describesArticle(node)) {
      return node;
    }
    if (depth > 0) {
      for (JsonNode child : node) {
        JsonNode found = article(child, depth - 1);
        if (!found.isMissingNode()) {
          return found;
        }
      }
    }
    return MissingNode.getInstance();
  }

  private static boolean describesArticle(JsonNode node) {
    JsonNode type = node.path("@type");
    String name = type.isArray() ? type.path(0).asText() : type.asText();
    return name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report");
  }

  @Nullable String headline() {
    return text("headline");
  }

  @Nullable String body() {
    return text("articleBody");
  }

  @Nullable String published() {
    return text("datePublished");
  }

  @Nullable String language() {
    return text("inLanguage");
  }

  @Nullable String publisher() {
    return blankToNull(article.path("publisher").path("name").asText(""));
  }

  private @Nullable String text(String field) {
    return blankToNull(article.path(field).asText(""));
  }

  private static @Nullable String blankToNull(String value) {
    return value.isBlank() ? null : value.strip();
  }
}
