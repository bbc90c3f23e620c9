package org.tocsin.enrich.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Statement;

/**
 * Measures against the labelled articles that lie in a folder {@code shared} beside the repository;
 * skipped where there is none.
 */
class SeedStatementsTest {
  private static @Nullable JsonNode gold;
  private static final Map<String, List<Statement>> FOUND = new TreeMap<>();

  @BeforeAll
  static void readSeeds() throws IOException {
    Path folder = seeds();
    assumeTrue(folder != null, "no labelled articles beside the repository");
    if (folder != null) {
      gold = new ObjectMapper().readTree(folder.resolve("gold.json").toFile());
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.txt")) {
        for (Path file : files) {
          FOUND.put(file.getFileName().toString().substring(0, 3), extract(Files.readString(file)));
        }
      }
    }
  }

  private static @Nullable Path seeds() {
    for (Path at = Path.of(System.getProperty("user.dir")); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("seeds");
      if (Files.exists(folder.resolve("gold.json"))) {
        return folder;
      }
    }
    return null;
  }

  private static List<Statement> extract(String text) {
    return new StatementExtractor()
        .extract("seed", null, text, "en", List.of()).stream().map(Extracted::statement).toList();
  }

  private static String plain(String text) {
    return text.replace('’', '\'')
        .replace('‘', '\'')
        .replace('“', '"')
        .replace('”', '"')
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Test
  void findsEveryStatementWithItsSpeakerWhereverItStands() {
    List<String> missed = new ArrayList<>();
    for (JsonNode statement : node("statements")) {
      for (JsonNode article : statement.get("in")) {
        if (found(article).stream()
            .noneMatch(found -> fits(found, statement) && spokenBy(found, statement))) {
          missed.add(statement.get("id").asText() + " in " + article.asText());
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void givesNoStatementToTheWrongSpeaker() {
    for (JsonNode statement : node("statements")) {
      for (JsonNode article : statement.get("in")) {
        assertThat(found(article))
            .filteredOn(found -> fits(found, statement) && found.speaker() != null)
            .allMatch(found -> spokenBy(found, statement));
      }
    }
  }

  @Test
  void takesNoPageFurnitureForNews() {
    for (JsonNode never : node("never_statements")) {
      assertThat(FOUND.values())
          .allSatisfy(
              all ->
                  assertThat(all)
                      .noneMatch(found -> plain(found.text()).contains(plain(never.asText()))));
    }
  }

  private static List<Statement> found(JsonNode article) {
    return FOUND.getOrDefault(article.asText(), List.of());
  }

  private static Iterable<JsonNode> node(String name) {
    assumeTrue(gold != null, "no labelled articles beside the repository");
    return gold == null ? List.of() : gold.get(name);
  }

  private static boolean fits(Statement found, JsonNode statement) {
    String words = plain(found.text());
    for (String key : List.of("contains", "starts", "ends")) {
      if (statement.has(key) && !words.contains(plain(statement.get(key).asText()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean spokenBy(Statement found, JsonNode statement) {
    JsonNode names =
        gold == null ? null : gold.get("speakers").get(statement.get("speaker").asText());
    if (found.speaker() == null || names == null) {
      return false;
    }
    for (JsonNode name : names) {
      if (found.speaker().name().contains(name.asText())) {
        return true;
      }
    }
    return false;
  }
}
