package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Topics;

/**
 * An actor comes into the dictionary of several running enrichers through one of them, and goes
 * again by the command line; every article after that is tagged accordingly, whoever reads it.
 */
final class LiveActor {
  private static final String ID = "ngo:zelmar-quorn";
  private static final String PATH = "/api/dictionary/" + ID;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ARTICLES = 24;

  private final Journal journal;
  private final int ingest;
  private final List<Integer> enrichers;
  private int batches;

  LiveActor(Journal journal, int ingest, List<Integer> enrichers) {
    this.journal = journal;
    this.ingest = ingest;
    this.enrichers = enrichers;
  }

  void check(Path folder) throws Exception {
    assertThat(entriesOfNextArticles()).isEmpty();
    long before = System.nanoTime();
    int status =
        Http.put(enrichers.get(0), PATH, "{\"name\":\"Zelmar Quorn\",\"type\":\"organisation\"}");
    assertThat(status).isEqualTo(201);
    List<String> delays = new ArrayList<>();
    for (int port : enrichers) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> Http.get(port, PATH).statusCode() == 200);
      delays.add((System.nanoTime() - before) / 1_000_000 + " ms");
    }
    System.out.println("an actor is in use on the instances after " + delays);
    assertThat(entriesOfNextArticles()).hasSize(1).allMatch(e -> e.matches(".*" + ID + "@.*\\+1"));
    Program removal = Program.run(folder, "actor", "remove", ID, "--api", api());
    assertThat(removal.exitCode()).as(removal.output()).isZero();
    for (int port : enrichers) {
      await()
          .atMost(PATIENCE)
          .until(() -> "removed".equals(Http.json(port, PATH).path("state").asText()));
    }
    assertThat(entriesOfNextArticles()).isEmpty();
  }

  private String api() {
    return "http://127.0.0.1:" + enrichers.get(0) + "/";
  }

  /** What tagged the actor in articles that several enrichers share; all of them or none. */
  private Set<String> entriesOfNextArticles() throws Exception {
    int batch = ++batches;
    List<Long> received = received();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ARTICLES; i++) {
      lines.append(
          """
          {"id":"live-%d-%d","text":"Note %d of batch %d came from quiet Zelmar Quorn today."}
          """
              .formatted(batch, i, i * 7919, batch));
    }
    Http.push(ingest, lines.toString());
    await().atMost(PATIENCE).until(() -> tagged(batch).size() == ARTICLES);
    List<Long> now = received();
    assertThat(IntStream.range(0, now.size()).filter(i -> now.get(i) > received.get(i)).count())
        .as("instances that took part, of " + received + " and then " + now)
        .isGreaterThan(1);
    Set<String> entries = new LinkedHashSet<>();
    int with = 0;
    for (EnrichedArticle article : tagged(batch)) {
      List<String> found = entries(article);
      with += found.isEmpty() ? 0 : 1;
      entries.addAll(found);
    }
    assertThat(with).isIn(0, ARTICLES);
    return entries;
  }

  private List<Long> received() throws Exception {
    List<Long> received = new ArrayList<>();
    for (int port : enrichers) {
      received.add(Http.counters(port).of("received"));
    }
    return received;
  }

  private List<EnrichedArticle> tagged(int batch) {
    return journal.values(Topics.ARTICLES_ENRICHED).stream()
        .filter(article -> article.id().startsWith("live-" + batch + "-"))
        .toList();
  }

  private static List<String> entries(EnrichedArticle article) {
    return article.actors().stream()
        .map(ActorTag::mentions)
        .flatMap(List::stream)
        .map(Mention::entry)
        .filter(entry -> entry != null && entry.contains(ID))
        .toList();
  }
}
