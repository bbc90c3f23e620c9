package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Statement;
import org.tocsin.service.Settings;

/** Stories and novelty of the seed articles, which lie outside this repository. */
class SeedsTest {
  private static final Map<String, EnrichedArticle> SEEDS = new TreeMap<>();
  private static JsonNode gold = Json.mapper().createObjectNode();

  @BeforeAll
  static void read() throws IOException {
    Optional<Path> found = folder();
    Assumptions.assumeTrue(found.isPresent(), "shared/seeds is not beside this repository");
    Path seeds = found.orElseThrow();
    gold = Json.mapper().readTree(Files.readString(seeds.resolve("gold.json")));
    Enricher enricher = new Enricher(new StandardAnalyser(), Settings.defaults());
    try (Stream<Path> files = Files.list(seeds)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String id = file.getFileName().toString().replace(".txt", "");
        SEEDS.put(id, enricher.enrich(article(id, Files.readString(file))));
      }
    }
    SEEDS.replaceAll((id, article) -> enricher.settle(article));
  }

  private static Optional<Path> folder() {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      Path seeds = at.resolve("shared").resolve("seeds");
      if (Files.exists(seeds.resolve("gold.json"))) {
        return Optional.of(seeds);
      }
    }
    return Optional.empty();
  }

  private static Article article(String id, String text) {
    return new Article(
        id, null, "source-" + id, null, text, null, null, Texts.NOON, null, Lane.LIVE);
  }

  @Test
  void endInTheirStories() {
    List<String> stories = new ArrayList<>();
    for (JsonNode members : gold.get("stories")) {
      List<String> ids = new ArrayList<>();
      members.forEach(m -> ids.add(enriched(m.asText()).story().id()));
      assertThat(ids).containsOnly(ids.get(0));
      stories.add(ids.get(0));
    }
    assertThat(stories).doesNotHaveDuplicates();
  }

  private static EnrichedArticle enriched(String id) {
    return Stream.of(SEEDS.get(id)).findFirst().orElseThrow();
  }

  @Test
  void everyStatementIsNewExactlyOnce() {
    Map<String, Integer> news = new TreeMap<>();
    for (JsonNode statement : gold.get("statements")) {
      List<Novelty> seen = new ArrayList<>();
      SEEDS.forEach(
          (id, article) -> {
            for (Statement s : article.statements()) {
              if (stands(statement, id) && matches(statement, s.text())) {
                seen.add(s.novelty());
              }
            }
          });
      long fresh = seen.stream().filter(n -> n == Novelty.NEW).count();
      if (!seen.isEmpty()) {
        news.put(statement.get("id").asText(), (int) fresh);
      }
    }
    assertThat(news).isNotEmpty().allSatisfy((id, fresh) -> assertThat(fresh).as(id).isEqualTo(1));
  }

  private static boolean stands(JsonNode statement, String id) {
    for (JsonNode in : statement.get("in")) {
      if (id.startsWith(in.asText())) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(JsonNode statement, String text) {
    return Stream.of("contains", "starts", "ends")
        .filter(statement::has)
        .allMatch(key -> plain(text).contains(plain(statement.get(key).asText())));
  }

  private static String plain(String text) {
    return text.replaceAll("[’‘]", "'").replaceAll("[“”]", "\"").replaceAll("\\s+", " ").strip();
  }
}
