package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tocsin.contract.Json;
import org.tocsin.contract.Sighting;

/**
 * Invented news as the API would tell it: the same items over and over, with ids and times of their
 * turn. Everything is JSON as on the wire, so that the page is tried against what it will be sent.
 */
final class PreviewNews {
  private static final List<String> ZONES = List.of("+01:00", "Z", "+03:30", "-05:00");

  private final ArrayNode items = (ArrayNode) read("news.json");
  private final ArrayNode watches = (ArrayNode) read("watches.json");

  /** A resource of the preview. */
  static JsonNode read(String name) {
    try (InputStream stream = PreviewNews.class.getResourceAsStream("/preview/" + name)) {
      return Json.mapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }

  int size() {
    return items.size();
  }

  /** The watches that the news were invented for, as they are saved at first. */
  ArrayNode watches(Instant now) {
    ArrayNode saved = watches.deepCopy();
    for (JsonNode watch : saved) {
      ((ObjectNode) watch)
          .put("enabled", true)
          .put("version", 3)
          .put("author", "Ingrid")
          .put("updated", now.minus(Duration.ofDays(9)).toString())
          .putNull("snoozedUntil")
          .putArray("notifiers");
    }
    return saved;
  }

  JsonNode item(int turn) {
    return items.get(turn % items.size());
  }

  /** The id of the watch that an item rings. */
  String watch(int turn) {
    return watches.get(item(turn).get("watch").asInt()).get("id").asText();
  }

  /** The article's text. */
  String text(int turn) {
    JsonNode item = item(turn);
    return lead(item) + sentence(item) + "\n\n" + item.get("tail").asText();
  }

  private static String lead(JsonNode item) {
    return item.get("lead").asText() + "\n\n";
  }

  private static String sentence(JsonNode item) {
    return item.get("before").asText() + item.get("said").asText() + item.get("after").asText();
  }

  ObjectNode sighting(int turn, Instant time) {
    JsonNode item = item(turn);
    ObjectNode sighting = object();
    sighting.set("statement", statement(turn));
    sighting
        .putObject("article")
        .put("id", "a" + turn)
        .put("revision", 0)
        .put("url", "https://news.example/" + turn)
        .put("name", item.get("outlet").asText())
        .put("title", item.get("title").asText())
        .put("language", item.get("language").asText())
        .put("time", time.toString())
        .put("zone", ZONES.get(turn % ZONES.size()))
        .put("story", "story-" + turn);
    sighting.putObject("context").put("start", lead(item).length()).put("text", sentence(item));
    sighting
        .putArray("countries")
        .addObject()
        .put("code", item.get("country").asText())
        .put("role", "about");
    ArrayNode actors = sighting.putArray("actors");
    if (!item.get("actor").isNull()) {
      actors
          .addObject()
          .put("id", item.get("actor").asText())
          .put("name", item.get("speaker").asText());
    }
    return sighting.put("lane", "live");
  }

  ObjectNode statement(int turn) {
    JsonNode item = item(turn);
    String said = item.get("said").asText();
    int start = lead(item).length() + item.get("before").asText().length();
    ObjectNode statement = object();
    statement
        .put("id", "s" + turn)
        .put("kind", item.get("kind").asText())
        .put("in", "text")
        .put("start", start)
        .put("end", start + said.length())
        .put("text", said)
        .put("cue", item.get("cue").asText())
        .put("rule", "preview")
        .put("novelty", "new")
        .putNull("firstSeen")
        .putNull("changedFrom");
    statement.putArray("quoted");
    statement.putArray("candidates");
    statement.set("speaker", speaker(item, turn));
    return statement;
  }

  private JsonNode speaker(JsonNode item, int turn) {
    if (item.get("speaker").isNull()) {
      return Json.mapper().nullNode();
    }
    String name = item.get("speaker").asText();
    String[] words = name.split(" ");
    String text = text(turn);
    String surface = words[words.length - 1];
    int from = text.indexOf(surface, lead(item).length());
    ObjectNode speaker = object();
    speaker
        .put("name", name)
        .put("actor", item.get("actor").isNull() ? null : item.get("actor").asText())
        .put("in", "text")
        .put("start", Math.max(0, from))
        .put("end", Math.max(0, from) + surface.length())
        .put("surface", surface);
    speaker.putArray("path").add(surface).add(name);
    return speaker;
  }

  /** Where the words that an item is rung for stand in its statement. */
  ArrayNode why(int turn, String query) {
    ArrayNode why = Json.mapper().createArrayNode();
    String said = item(turn).get("said").asText();
    for (JsonNode word : item(turn).get("matched")) {
      int start = said.toLowerCase(java.util.Locale.ROOT).indexOf(word.asText());
      start = start < 0 ? said.indexOf(word.asText()) : start;
      if (start >= 0) {
        int end = start + word.asText().length();
        why.addObject()
            .put("clause", query)
            .put("field", "text")
            .put("matched", said.substring(start, end))
            .put("start", start)
            .put("end", end);
      }
    }
    return why;
  }

  /** As a record, for the language of watches. */
  static Sighting record(JsonNode sighting) {
    try {
      return Json.mapper().treeToValue(sighting, Sighting.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
