package org.tocsin.ingest.parse;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.tocsin.contract.Json;

/**
 * One JSON document: an article over several lines, or an array of articles. What stands behind a
 * fault cannot be read; the rejection says where it is and keeps the document.
 */
final class JsonArticleParser implements Parser {
  private final Limits limits;

  JsonArticleParser(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void parse(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    byte[] bytes = BoundedBytes.read(in, limits.documentBytes());
    String text = TextDecoder.decode(bytes, null).value();
    if (text.isBlank()) {
      sink.accept(Rejection.of(origin.name(), "", "empty"));
      return;
    }
    try (JsonParser json = Json.mapper().createParser(text)) {
      if (json.nextToken() == JsonToken.START_ARRAY) {
        array(json, origin, sink);
        requireEnd(json);
      } else {
        JsonNode only = json.readValueAsTree();
        requireEnd(json);
        sink.accept(JsonArticle.read(only, origin, ""));
      }
    } catch (JsonProcessingException e) {
      sink.accept(new Rejection(origin.name(), "", JsonFault.describe(e), bytes));
    }
  }

  /** What stands behind the document would vanish: JSON lines sent as JSON, a second document. */
  private static void requireEnd(JsonParser json) throws IOException {
    if (json.nextToken() != null) {
      throw new JsonParseException(json, "there is more behind the first document");
    }
  }

  private static void array(JsonParser json, Origin origin, Consumer<Parsed> sink)
      throws IOException {
    for (int number = 1; json.nextToken() != JsonToken.END_ARRAY; number++) {
      JsonNode node = json.readValueAsTree();
      sink.accept(JsonArticle.read(node, origin, "item " + number));
    }
  }
}
