package org.tocsin.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
  private final List<JsonNode> all;

  private StructuredData(JsonNode article, List<JsonNode> all) {
    this.article = article;
    this.all = all;
  }

  static StructuredData of(Document page) {
    List<JsonNode> all = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      all.add(read(script.data()));
    }
    for (JsonNode root : all) {
      JsonNode article = find(root, StructuredData::describesArticle, DEEP);
      if (!article.isMissingNode()) {
        return new StructuredData(article, all);
      }
    }
    return new StructuredData(MissingNode.getInstance(), all);
  }

  private static JsonNode read(String json) {
    try {
      return READER.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // Broken data for machines: the page itself remains.
    }
  }

  private static JsonNode find(JsonNode node, Predicate<JsonNode> wanted, int depth) {
    if (wanted.test(node)) {
      return node;
    }
    if (depth > 0) {
      for (JsonNode child : node) {
        JsonNode found = find(child, wanted, depth - 1);
        if (!found.isMissingNode()) {
          return found;
        }
      }
    }
    return MissingNode.getInstance();
  }

  private static boolean describesArticle(JsonNode node) {
    JsonNode type = node.path("@type");
    if (!type.isArray()) {
      return article(type.asText());
    }
    for (JsonNode one : type) {
      if (article(one.asText())) {
        return true;
      }
    }
    return false;
  }

  private static boolean article(String type) {
    return type.endsWith("Article") || type.endsWith("BlogPosting") || type.equals("Report");
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

  @Nullable String modified() {
    return text("dateModified");
  }

  /** Names of the authors, people and desks alike, as they stand there. */
  List<String> authors() {
    List<String> names = new ArrayList<>();
    JsonNode author = article.path("author");
    if (author.isArray()) {
      author.forEach(one -> names.add(name(one)));
    } else {
      names.add(name(author));
    }
    names.removeIf(String::isBlank);
    return names;
  }

  /** A thing may stand there by its name, itself, or by the id under which it stands elsewhere. */
  private String name(JsonNode thing) {
    JsonNode name = thing.path("name");
    String id = thing.path("@id").asText("");
    if (name.isMissingNode() && !id.isEmpty()) {
      for (JsonNode root : all) {
        JsonNode named = find(root, n -> n.has("name") && id.equals(n.path("@id").asText()), DEEP);
        name = name.isMissingNode() ? named.path("name") : name;
      }
    }
    return thing.isTextual()
        ? thing.asText()
        : name.isArray() ? name.path(0).asText("") : name.asText("");
  }

  @Nullable String language() {
    return text("inLanguage");
  }

  @Nullable String publisher() {
    return blankToNull(name(article.path("publisher")));
  }

  private @Nullable String text(String field) {
    return blankToNull(article.path(field).asText(""));
  }

  private static @Nullable String blankToNull(String value) {
    return value.isBlank() ? null : value.strip();
  }
}
