package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Article;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Topics;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.ingest.IngestService;
import org.tocsin.service.Settings;

/**
 * Many feeds for a while of their own time, and the broker gone in the middle. Bigger with {@code
 * -Dtocsin.feeds=1000 -Dtocsin.feeds.minutes=60 -Dtocsin.feeds.outage=60}.
 */
class FeedsIT {
  private static final int FEEDS = Integer.getInteger("tocsin.feeds", 60);
  private static final int MINUTES = Integer.getInteger("tocsin.feeds.minutes", 10);
  private static final int OUTAGE = Integer.getInteger("tocsin.feeds.outage", 8);
  private static final int FACTOR = Integer.getInteger("tocsin.feeds.factor", 20);
  private static final Duration PATIENCE =
      Duration.ofMinutes(4).plusSeconds(60L * MINUTES / FACTOR);

  @TempDir Path folder;

  @Test
  void losesNothingAndAsksPolitelyThroughAnOutage() throws Exception {
    int kafka = Ports.one();
    Path data = folder.resolve("kafka");
    Clock clock = new FastClock(Instant.parse("2031-03-03T06:00:00Z"), FACTOR);
    EmbeddedBroker broker = EmbeddedBroker.start(data, kafka);
    try (FeedWorld world = new FeedWorld(clock, FEEDS, Duration.ofMinutes(MINUTES), true)) {
      Path opml = Files.writeString(folder.resolve("feeds.opml"), world.opml());
      Settings settings = settings(kafka, opml);
      try (TopicKeeper topics = TopicKeeper.connect(settings)) {
        topics.ensure();
      }
      try (IngestService ingest = new IngestService(settings, clock)) {
        ingest.start();
        await()
            .atMost(PATIENCE)
            .until(
                () -> world.due().size() > FEEDS && urls(new Journal(settings)).size() > FEEDS / 2);
        broker.close();
        long down = System.nanoTime();
        await().atMost(PATIENCE).until(() -> System.nanoTime() - down > OUTAGE * 1_000_000_000L);
        broker = EmbeddedBroker.start(data, kafka);
        Journal journal = new Journal(settings);
        Instant end = world.end();
        await().atMost(PATIENCE).until(() -> clock.instant().isAfter(end));
        long over = System.nanoTime();
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(2))
            .untilAsserted(() -> assertThat(missing(world, journal)).isEmpty());
        System.out.printf(
            "all there %.1f s after the last item; time runs %d times as fast, %d s without Kafka%n",
            (System.nanoTime() - over) / 1e9, FACTOR, OUTAGE);
        check(world, journal, ingest.port());
      }
    } finally {
      broker.close();
    }
  }

  private static void check(FeedWorld world, Journal journal, int port) throws Exception {
    List<Article> articles = journal.values(Topics.ARTICLES);
    assertThat(articles.stream().map(Article::id)).doesNotHaveDuplicates();
    Counters counters = Http.counters(port);
    long outcomes =
        journal.values(Topics.OUTCOMES).stream()
            .filter(o -> o.stage() == Outcome.Stage.INGEST)
            .count();
    assertThat(counters.of("published")).isEqualTo(articles.size());
    assertThat(counters.of("received")).isEqualTo(articles.size() + outcomes);
    assertThat(world.statuses("304")).isGreaterThan(FEEDS / 2);
    assertThat(world.statuses("301")).isLessThanOrEqualTo(FEEDS / 20 + 1);
    assertThat(world.shortestGap(false)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(world.shortestGap(true)).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    System.out.println(
        FEEDS
            + " feeds: "
            + articles.size()
            + " articles, answers "
            + world.statuses()
            + ", shortest gaps "
            + world.shortestGap(false)
            + " and "
            + world.shortestGap(true));
  }

  /** Addresses of items that appeared and are not published, or the other way round. */
  private static Set<String> missing(FeedWorld world, Journal journal) {
    Set<String> due = world.due();
    Set<String> found = urls(journal);
    Set<String> missing = new HashSet<>(due);
    missing.removeAll(found);
    found.removeAll(due);
    missing.addAll(found);
    return missing;
  }

  private static Set<String> urls(Journal journal) {
    Set<String> urls = new HashSet<>();
    journal.values(Topics.ARTICLES).forEach(a -> urls.add(Objects.toString(a.url())));
    return urls;
  }

  private static Settings settings(int kafka, Path opml) {
    Map<String, String> values = new HashMap<>();
    values.put("kafka.bootstrap.servers", "127.0.0.1:" + kafka);
    values.put("ingest.http.port", "0");
    values.put("ingest.opml", opml.toString());
    values.put("ingest.fetch.private-addresses", "true");
    values.put("ingest.fetch.every", "2m");
    values.put("ingest.fetch.slowest", "5m");
    values.put("ingest.fetch.longest-pause", "5m");
    values.put("ingest.fetch.host-gap", "2s");
    values.put("ingest.fetch.timeout", "3s");
    values.put("ingest.limits.document", "1MiB");
    return Settings.of(values);
  }
}
