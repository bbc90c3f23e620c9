package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Story;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.service.Settings;

/** Stories on several processes that come and go, from articles that come in different orders. */
class StoriesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void areTheSameWhateverTheOrderAndWhoeverDoesTheWork() throws Exception {
    int kafka = Ports.one();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), kafka)) {
      Map<String, List<String>> one = run(broker, "one-", 1);
      Map<String, List<String>> other = run(broker, "other-", 2);
      assertThat(other).isEqualTo(one);
      assertThat(one.values()).anyMatch(articles -> articles.size() > 3).hasSizeGreaterThan(20);
    }
  }

  /** Pushes the sample news in an order of its own, while processes start, stop and die. */
  private Map<String, List<String>> run(EmbeddedBroker broker, String prefix, int seed)
      throws Exception {
    Map<String, String> base =
        Map.of("kafka.bootstrap.servers", broker.bootstrapServers(), "topics.prefix", prefix);
    List<String> news = new ArrayList<>(DemoNews.load(Clock.systemUTC()).lines());
    Collections.shuffle(news, new Random(seed));
    List<List<String>> thirds =
        List.of(
            news.subList(0, news.size() / 3),
            news.subList(news.size() / 3, news.size() * 2 / 3),
            news.subList(news.size() * 2 / 3, news.size()));
    Journal journal = new Journal(Settings.of(base));
    int ingest = Ports.one();
    try (Program door = start(base, "ingest", "ingest.http.port", ingest);
        Program first = enrich(base);
        Program second = enrich(base)) {
      for (Program program : List.of(door, first, second)) {
        program.awaitOutput("is ready", PATIENCE);
      }
      Http.push(ingest, String.join("\n", thirds.get(0)));
      try (Program third = enrich(base)) {
        first.kill();
        Http.push(ingest, String.join("\n", thirds.get(1)));
        third.awaitOutput("is ready", PATIENCE);
        second.stop();
        Http.push(ingest, String.join("\n", thirds.get(2)));
        await().atMost(PATIENCE).until(() -> journal.enriched() == news.size());
      }
    }
    return outlines(journal.stories());
  }

  private Program enrich(Map<String, String> base) throws Exception {
    return start(base, "enrich", "enrich.http.port", Ports.one());
  }

  private Program start(Map<String, String> base, String service, String portKey, int port)
      throws Exception {
    Map<String, String> settings = new HashMap<>(base);
    settings.put(portKey, String.valueOf(port));
    settings.put("streams.state.dir", folder.resolve("state-" + port).toString());
    List<String> args = new ArrayList<>(List.of(service));
    settings.forEach((key, value) -> args.addAll(List.of("--set", key + "=" + value)));
    return Program.start(folder, args.toArray(String[]::new));
  }

  /** The articles of each story, the fullest one first. */
  private static Map<String, List<String>> outlines(Map<String, Story> stories) {
    Map<String, List<String>> outlines = new TreeMap<>();
    stories.forEach(
        (id, story) -> {
          List<String> articles = new ArrayList<>(List.of(story.fullest()));
          story.members().forEach(member -> articles.add(member.article()));
          outlines.put(id, articles);
        });
    return outlines;
  }
}
