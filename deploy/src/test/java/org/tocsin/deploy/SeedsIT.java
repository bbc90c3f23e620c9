package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Alert;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Json;
import org.tocsin.contract.Statement;
import org.tocsin.contract.Story;
import org.tocsin.contract.Topics;

/** The five labelled articles through the running program. */
class SeedsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String WATCH = "regional-security-threats";

  @TempDir Path folder;

  @Test
  void findsWhatACarefulReaderFinds() throws Exception {
    Path seeds = Shared.seeds();
    JsonNode gold = Json.mapper().readTree(seeds.resolve("gold.json").toFile());
    List<Path> files;
    try (Stream<Path> all = Files.list(seeds)) {
      files = all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    Ports ports = Ports.free();
    Journal journal = new Journal(ports.settings());
    String watches = "alert.watches.file=" + Path.of("config/watches.yaml").toAbsolutePath();
    try (Program up = Program.start(folder, ports.up(folder.resolve("data"), watches))) {
      up.awaitOutput("Ready.", PATIENCE);
      replay(ports, files);
      await().atMost(PATIENCE).until(() -> journal.enriched() == files.size());
      await().atMost(PATIENCE).until(() -> Set.copyOf(journal.rung()).equals(journal.due()));
      Map<String, EnrichedArticle> articles = new TreeMap<>();
      journal
          .values(Topics.ARTICLES_ENRICHED)
          .forEach(a -> articles.put(a.id().substring(0, 3), a));
      checkStories(gold, journal);
      checkCountries(gold, articles);
      checkStatements(gold, articles);
      checkAlerts(journal);
    }
  }

  private void replay(Ports ports, List<Path> files) throws Exception {
    List<String> args =
        new ArrayList<>(List.of("replay", "--to", "http://127.0.0.1:" + ports.ingest()));
    files.forEach(f -> args.add(f.toString()));
    try (Program replay = Program.run(folder, args.toArray(String[]::new))) {
      assertThat(replay.exitCode()).as(replay.output()).isZero();
    }
  }

  private static void checkStories(JsonNode gold, Journal journal) {
    Set<Set<String>> wanted = new HashSet<>();
    for (JsonNode members : gold.get("stories")) {
      Set<String> ids = new TreeSet<>();
      members.forEach(member -> ids.add(member.asText().substring(0, 3)));
      wanted.add(ids);
    }
    Set<Set<String>> found = new HashSet<>();
    for (Story story : journal.stories().values()) {
      Set<String> ids = new TreeSet<>();
      story.members().forEach(member -> ids.add(member.article().substring(0, 3)));
      found.add(ids);
    }
    assertThat(found).isEqualTo(wanted);
  }

  private static void checkCountries(JsonNode gold, Map<String, EnrichedArticle> articles) {
    articles.forEach(
        (id, article) -> {
          List<String> must = new ArrayList<>();
          gold.get("countries").get(id).get("must").forEach(c -> must.add(c.asText()));
          assertThat(article.countries().stream().map(c -> c.code())).as(id).containsAll(must);
        });
  }

  private static void checkStatements(JsonNode gold, Map<String, EnrichedArticle> articles) {
    int found = 0;
    for (JsonNode wanted : gold.get("statements")) {
      boolean everywhere = true;
      for (JsonNode in : wanted.get("in")) {
        everywhere &= contains(gold, wanted, of(articles, in.asText()));
      }
      found += everywhere ? 1 : 0;
    }
    assertThat(found).as("of 31 statements, in every article").isGreaterThanOrEqualTo(20);
    for (JsonNode never : gold.get("never_statements")) {
      assertThat(articles.values())
          .noneMatch(
              a ->
                  a.statements().stream()
                      .anyMatch(s -> Gold.plain(s.text()).contains(Gold.plain(never.asText()))));
    }
  }

  private static EnrichedArticle of(Map<String, EnrichedArticle> articles, String id) {
    return Objects.requireNonNull(articles.get(id), id);
  }

  private static boolean contains(JsonNode gold, JsonNode wanted, EnrichedArticle article) {
    return article.statements().stream()
        .filter(s -> s.speaker() != null)
        .filter(s -> speaker(gold, wanted, s))
        .anyMatch(
            s ->
                Stream.of("contains", "starts", "ends")
                    .filter(wanted::has)
                    .allMatch(
                        k -> Gold.plain(s.text()).contains(Gold.plain(wanted.get(k).asText()))));
  }

  private static boolean speaker(JsonNode gold, JsonNode wanted, Statement s) {
    for (JsonNode name : gold.get("speakers").get(wanted.get("speaker").asText())) {
      if (Objects.requireNonNull(s.speaker()).name().contains(name.asText())) {
        return true;
      }
    }
    return false;
  }

  private static void checkAlerts(Journal journal) {
    List<Alert> rung =
        journal.values(Topics.ALERTS).stream()
            .filter(a -> a.rings() && a.watch().id().equals(WATCH))
            .toList();
    assertThat(rung).hasSizeGreaterThanOrEqualTo(6);
    assertThat(rung.stream().map(a -> Gold.plain(a.sighting().statement().text())))
        .doesNotHaveDuplicates();
    assertThat(journal.values(Topics.ALERTS)).anyMatch(a -> a.sightings() == 3);
  }
}
