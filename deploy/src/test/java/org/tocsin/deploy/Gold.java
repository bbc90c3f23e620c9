package org.tocsin.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tocsin.contract.Json;

/** What a careful reader finds in the sample news. */
record Gold(
    List<List<String>> stories,
    List<List<String>> apart,
    List<String> revisions,
    List<Said> statements,
    List<String> never) {

  /** Somebody's words in an article. */
  record Said(String url, String speaker, String words) {}

  static Gold load() {
    try (InputStream in = Gold.class.getResourceAsStream("/demo/gold.json")) {
      JsonNode root = Json.mapper().readTree(Objects.requireNonNull(in));
      return new Gold(
          lists(root.get("stories")),
          lists(root.get("apart")),
          strings(root.get("revisions")),
          said(root.get("statements")),
          strings(root.get("never")).stream().map(Gold::plain).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> lists(JsonNode node) {
    List<List<String>> lists = new ArrayList<>();
    node.forEach(list -> lists.add(strings(list)));
    return lists;
  }

  private static List<String> strings(JsonNode node) {
    List<String> strings = new ArrayList<>();
    node.forEach(s -> strings.add(s.asText()));
    return strings;
  }

  private static List<Said> said(JsonNode node) {
    List<Said> said = new ArrayList<>();
    node.forEach(
        s ->
            said.add(
                new Said(
                    s.get("url").asText(),
                    s.get("speaker").asText(),
                    plain(s.get("contains").asText()))));
    return said;
  }

  /** White space folded and quotation marks made plain, so that wrapping does not matter. */
  static String plain(String text) {
    return text.replaceAll("[‘’]", "'").replaceAll("[“”]", "\"").replaceAll("\\s+", " ").strip();
  }

  /** Whether one name is the other, or its last part. */
  static boolean sameName(String found, String wanted) {
    return found.contains(wanted) || wanted.contains(found);
  }
}
