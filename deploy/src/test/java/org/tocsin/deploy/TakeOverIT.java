package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Article;
import org.tocsin.contract.Topics;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.service.Settings;

/** Two processes of ingest share the sources; one is killed. */
class TakeOverIT {
  private static final int FEEDS = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration TAKE_OVER = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void takesTheSourcesOfADeadInstanceOver() throws Exception {
    int kafka = Ports.one();
    Clock clock = Clock.systemUTC();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), kafka);
        FeedWorld world = new FeedWorld(clock, FEEDS, Duration.ofSeconds(45), false)) {
      Map<String, String> base = new HashMap<>();
      base.put("kafka.bootstrap.servers", broker.bootstrapServers());
      base.put("ingest.opml", Files.writeString(folder.resolve("f.opml"), world.opml()).toString());
      base.put("ingest.fetch.private-addresses", "true");
      base.put("ingest.fetch.every", "1s");
      base.put("ingest.fetch.fastest", "1s");
      base.put("ingest.fetch.slowest", "2s");
      base.put("ingest.fetch.host-gap", "50ms");
      int one = Ports.one();
      int two = Ports.one();
      try (Program first = start(base, one);
          Program second = start(base, two)) {
        first.awaitOutput("is ready", PATIENCE);
        second.awaitOutput("is ready", PATIENCE);
        await().atMost(PATIENCE).until(() -> mine(one) > 0 && mine(two) > 0);
        await().atMost(PATIENCE).until(() -> mine(one) + mine(two) == FEEDS);
        first.kill();
        Instant killed = clock.instant();
        await().atMost(TAKE_OVER).until(() -> mine(two) == FEEDS);
        System.out.println("taken over after " + Duration.between(killed, clock.instant()));
        await().atMost(PATIENCE).until(() -> world.askedSince(killed.plusMillis(500)) == FEEDS);
        Journal journal = new Journal(Settings.of(base));
        await().atMost(PATIENCE).until(() -> clock.instant().isAfter(killed.plusSeconds(45)));
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> urls(journal).equals(world.due()));
        assertThat(journal.values(Topics.ARTICLES).stream().map(Article::id))
            .doesNotHaveDuplicates();
      }
    }
  }

  private static int mine(int port) throws Exception {
    int mine = 0;
    for (var source : Http.json(port, "/api/sources")) {
      mine += source.path("mine").asBoolean() ? 1 : 0;
    }
    return mine;
  }

  private static Set<String> urls(Journal journal) {
    Set<String> urls = new HashSet<>();
    journal.values(Topics.ARTICLES).forEach(a -> urls.add(Objects.toString(a.url())));
    return urls;
  }

  private Program start(Map<String, String> base, int port) throws Exception {
    List<String> args = new ArrayList<>(List.of("ingest"));
    Map<String, String> settings = new HashMap<>(base);
    settings.put("ingest.http.port", String.valueOf(port));
    settings.forEach((key, value) -> args.addAll(List.of("--set", key + "=" + value)));
    return Program.start(folder, args.toArray(String[]::new));
  }
}
