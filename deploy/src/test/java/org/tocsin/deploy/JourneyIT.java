package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Statement;
import org.tocsin.contract.Topics;

/** The sample news through the whole program, twice, with a restart in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path folder;

  private final Gold gold = Gold.load();
  private final List<String> news = DemoNews.load(java.time.Clock.systemUTC()).lines();
  private Ports ports;
  private Journal journal;
  private Program program;

  @BeforeAll
  void replayTheSampleNews() throws Exception {
    ports = Ports.free();
    journal = new Journal(ports.settings());
    start();
    program.awaitOutput("Ready.", PATIENCE);
    Path file = Files.write(folder.resolve("news.jsonl"), news);
    assertThat(replay(file)).contains(news.size() + " published");
    await().atMost(PATIENCE).until(() -> journal.enriched() == news.size());
    await().atMost(PATIENCE).until(() -> Set.copyOf(journal.rung()).equals(journal.due()));
  }

  private void start() throws Exception {
    Path watches = folder.resolve("watches.json");
    if (!Files.exists(watches)) {
      try (var in = JourneyIT.class.getResourceAsStream("/demo/watches.json")) {
        Files.copy(in, watches);
      }
    }
    program =
        Program.start(folder, ports.up(folder.resolve("data"), "alert.watches.file=" + watches));
  }

  private String replay(Path file) throws Exception {
    try (Program replay =
        Program.run(
            folder, "replay", "--to", "http://127.0.0.1:" + ports.ingest(), file.toString())) {
      return replay.output();
    }
  }

  @AfterAll
  void stop() throws Exception {
    program.close();
  }

  @Test
  @Order(1)
  void ringsEachAlertThatIsDueOnce() {
    assertThat(journal.rung()).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    assertThat(program.output()).contains("Regional security threats");
  }

  @Test
  @Order(1)
  void addsUpItsCounters() throws Exception {
    Counters ingest = Http.counters(ports.ingest());
    Counters enrich = Http.counters(ports.enrich());
    assertThat(ingest.of("received")).isEqualTo(news.size()).isEqualTo(ingest.ended());
    assertThat(enrich.of("received")).isEqualTo(ingest.of("published")).isEqualTo(enrich.ended());
    assertThat(enrich.of("revision")).isEqualTo(gold.revisions().size());
  }

  @Test
  @Order(1)
  void joinsWhatIsOneStoryAndKeepsApartWhatIsNot() {
    Map<String, String> stories = new java.util.HashMap<>();
    journal
        .stories()
        .forEach((id, story) -> story.members().forEach(member -> stories.put(member.url(), id)));
    long whole =
        gold.stories().stream()
            .filter(urls -> urls.stream().map(stories::get).distinct().count() == 1)
            .count();
    long mixed =
        gold.apart().stream()
            .filter(pair -> Objects.equals(stories.get(pair.get(0)), stories.get(pair.get(1))))
            .count();
    assertThat(whole).as("whole stories").isGreaterThanOrEqualTo(gold.stories().size() - 2);
    assertThat(mixed).as("pairs joined by mistake").isZero();
  }

  @Test
  @Order(1)
  void saysNothingThatNobodySaid() {
    List<Statement> statements = statements();
    List<String> junk =
        gold.never().stream()
            .filter(n -> statements.stream().anyMatch(s -> Gold.plain(s.text()).contains(n)))
            .toList();
    assertThat(junk).isEmpty();
  }

  @Test
  @Order(1)
  void findsMostStatementsAndHardlyAWrongSpeaker() {
    int right = 0;
    int wrong = 0;
    Map<String, List<Statement>> byUrl =
        journal.values(Topics.ARTICLES_ENRICHED).stream()
            .collect(
                Collectors.toMap(
                    EnrichedArticle::url, EnrichedArticle::statements, JourneyIT::both));
    for (Gold.Said said : gold.statements()) {
      Set<String> names = new HashSet<>();
      for (Statement s : byUrl.getOrDefault(said.url(), List.of())) {
        if (Gold.plain(s.text()).contains(said.words()) && s.speaker() != null) {
          names.add(s.speaker().name());
        }
      }
      if (names.stream().anyMatch(n -> Gold.sameName(n, said.speaker()))) {
        right++;
      } else if (!names.isEmpty()) {
        wrong++;
      }
    }
    assertThat(right).isGreaterThanOrEqualTo(gold.statements().size() * 85 / 100);
    assertThat(wrong).isLessThanOrEqualTo(gold.statements().size() / 50);
  }

  private static List<Statement> both(List<Statement> a, List<Statement> b) {
    List<Statement> all = new java.util.ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private List<Statement> statements() {
    return journal.values(Topics.ARTICLES_ENRICHED).stream()
        .flatMap(a -> a.statements().stream())
        .toList();
  }

  @Test
  @Order(2)
  void showsTheWayOfAnArticle() throws Exception {
    String url = journal.values(Topics.ARTICLES_ENRICHED).get(0).url();
    try (Program trace = Program.run(folder, ports.command("trace", new String[0]))) {
      assertThat(trace.exitCode()).isEqualTo(2);
    }
    String[] args = java.util.Arrays.copyOf(ports.command("trace"), 10);
    args[9] = url;
    try (Program trace = Program.run(folder, args)) {
      assertThat(trace.output()).contains("received", "outcome", "story");
    }
  }

  @Test
  @Order(3)
  void keepsEverythingOverARestartAndRingsNothingAgain() throws Exception {
    List<String> before = journal.rung();
    JsonNode shown = Http.json(ports.alert(), "/api/alerts?limit=1000");
    program.stop();
    start();
    program.awaitOutput("Ready.", PATIENCE);
    assertThat(replay(folder.resolve("news.jsonl"))).contains(news.size() + " published");
    await().atMost(PATIENCE).until(() -> journal.enriched() == 2L * news.size());
    await()
        .atMost(PATIENCE)
        .until(() -> Http.json(ports.alert(), "/api/alerts?limit=1000").equals(shown));
    assertThat(journal.rung()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(program.output()).as("printed again").doesNotContain("── ");
    assertThat(journal.outcomes().get(Outcome.Result.ENRICHED))
        .isEqualTo(news.size() - gold.revisions().size());
  }
}
