package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of the work, again and again. */
class CrashIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int KILLS = 4;

  @TempDir Path folder;

  @Test
  void losesNoAlertAndRingsNoneTwice() throws Exception {
    List<String> news = DemoNews.load(Clock.systemUTC()).lines();
    Ports ports = Ports.free();
    Path watches = folder.resolve("watches.json");
    try (var in = CrashIT.class.getResourceAsStream("/demo/watches.json")) {
      Files.copy(in, watches);
    }
    String[] up = ports.up(folder.resolve("data"), "alert.watches.file=" + watches);
    Journal journal = new Journal(ports.settings());
    int sent = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      try (Program program = Program.start(folder, up)) {
        program.awaitOutput("Ready.", PATIENCE);
        int until = news.size() * kill / (KILLS + 1);
        Http.push(ports.ingest(), String.join("\n", news.subList(sent, until)));
        sent = until;
        // Ingest has answered, so Kafka has the articles; enrich and alert are in the middle of
        // them.
        program.kill();
      }
    }
    try (Program program = Program.start(folder, up)) {
      program.awaitOutput("Ready.", PATIENCE);
      Http.push(ports.ingest(), String.join("\n", news.subList(sent, news.size())));
      await().atMost(PATIENCE).until(() -> journal.enriched() == news.size());
      await().atMost(PATIENCE).until(() -> Set.copyOf(journal.rung()).equals(journal.due()));
      assertThat(journal.rung()).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }
  }
}
