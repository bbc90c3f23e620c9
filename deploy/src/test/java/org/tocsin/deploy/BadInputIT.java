package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Outcome;

/** What goes wrong in front of the keyboard gets a message with a remedy and a non-zero status. */
class BadInputIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private void refuses(int status, String message, String... args) throws Exception {
    try (Program program = Program.run(folder, args)) {
      assertThat(program.output()).contains(message).doesNotContain("\tat ");
      assertThat(program.exitCode()).isEqualTo(status);
    }
  }

  @Test
  void refusesAnUnknownOptionAndCommand() throws Exception {
    refuses(2, "Unknown option: '--conf'", "up", "--conf");
    refuses(2, "Unmatched argument", "tagg");
  }

  @Test
  void refusesMissingFiles() throws Exception {
    refuses(1, "there is no settings file", "up", "--config", "no-such.yaml");
    refuses(1, "there is no readable file", "tag", "no-such.txt");
    refuses(1, "there is no readable file", "replay", "no-such.txt");
    refuses(1, "there is no readable file", "compare", "no-such.txt");
  }

  @Test
  void refusesABadSettingAndABadWatch() throws Exception {
    refuses(1, "Did you mean 'topics.prefix'?", "up", "--set", "topics.prefx=a-");
    Path watches = folder.resolve("w.yaml");
    Files.writeString(watches, "- {id: a, name: A, query: 'port AND (', severity: low}\n");
    Ports ports = Ports.free();
    refuses(1, "position", ports.up(folder.resolve("bad-watch"), "alert.watches.file=" + watches));
  }

  @Test
  void saysThatNoBrokerAnswers() throws Exception {
    int nobody = Ports.one();
    refuses(
        1,
        "no Kafka broker answers at 127.0.0.1:" + nobody,
        "enrich",
        "--set",
        "kafka.bootstrap.servers=127.0.0.1:" + nobody);
  }

  @Test
  void saysThatAPortIsInUse() throws Exception {
    Ports ports = Ports.free();
    try (ServerSocket taken =
        new ServerSocket(ports.kafka(), 1, InetAddress.getByName("127.0.0.1"))) {
      refuses(1, "port " + taken.getLocalPort(), ports.up(folder.resolve("a")));
    }
    try (ServerSocket taken =
        new ServerSocket(ports.alert(), 1, InetAddress.getByName("127.0.0.1"))) {
      refuses(1, "port " + taken.getLocalPort(), ports.up(folder.resolve("b")));
    }
  }

  @Test
  void refusesTheDataFolderOfAnotherVersion() throws Exception {
    Path data = Files.createDirectory(folder.resolve("old"));
    Files.writeString(data.resolve("VERSION"), "99\n");
    refuses(1, "has layout '99'", Ports.free().up(data));
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("letter.txt"), "mine\n");
    refuses(1, "is not empty and not a data folder", Ports.free().up(foreign));
  }

  @Test
  void refusesTwoInstancesOnOneDataFolder() throws Exception {
    Path data = folder.resolve("data");
    try (Program first = Program.start(folder, Ports.free().up(data))) {
      first.awaitOutput("Ready.", PATIENCE);
      refuses(1, "another Tocsin uses the data folder", Ports.free().up(data));
    }
  }

  @Test
  void survivesTheLargestArticleFullOfNamesAndOneDatedAhead() throws Exception {
    Ports ports = Ports.free();
    Journal journal = new Journal(ports.settings());
    try (Program up = Program.start(folder, ports.up(folder.resolve("data-large")))) {
      up.awaitOutput("Ready.", PATIENCE);
      String names = "Iran said Chad will not. ".repeat(10_000);
      Http.push(ports.ingest(), "{\"id\":\"large\",\"text\":\"" + names + "\"}");
      Http.push(ports.ingest(), "{\"id\":\"small\",\"text\":\"The bridge is open.\"}");
      String ahead = Instant.now().plus(Duration.ofHours(23)).toString();
      Http.push(
          ports.ingest(),
          "{\"id\":\"ahead\",\"text\":\"The dam holds.\",\"published\":\"" + ahead + "\"}");
      await().atMost(PATIENCE).until(() -> journal.enriched() == 3);
      assertThat(journal.outcomes()).containsOnlyKeys(Outcome.Result.ENRICHED);
    }
  }

  @Test
  void countsWhatItCannotReadAndGoesOn() throws Exception {
    Path lines = folder.resolve("lines.jsonl");
    byte[] bad = {
      '{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}', '\n'
    };
    StringBuilder text = new StringBuilder();
    text.append("{\"id\":\"good\",\"text\":\"The bridge is open, the mayor said.\"}\n");
    text.append("{\"id\":\"torn\",\"text\":\n");
    text.append("{\"id\":\"empty\",\"text\":\"  \"}\n");
    text.append("{\"id\":\"huge\",\"text\":\"").append("word ".repeat(4_000_000)).append("\"}\n");
    Files.write(lines, text.toString().getBytes(StandardCharsets.UTF_8));
    Files.write(lines, bad, java.nio.file.StandardOpenOption.APPEND);
    try (Program tag = Program.run(folder, "tag", lines.toString())) {
      assertThat(tag.output())
          .contains("\"id\":\"good\"")
          .contains("line 2")
          .contains("no text")
          .contains("inputs rejected");
      assertThat(tag.exitCode()).isZero();
    }
    Ports ports = Ports.free();
    try (Program up = Program.start(folder, ports.up(folder.resolve("data-bad")))) {
      up.awaitOutput("Ready.", PATIENCE);
      String to = "http://127.0.0.1:" + ports.ingest();
      try (Program replay = Program.run(folder, "replay", "--to", to, lines.toString())) {
        assertThat(replay.output()).contains("5 articles read");
        assertThat(replay.exitCode()).isEqualTo(1);
      }
      var ingest = Http.counters(ports.ingest());
      assertThat(ingest.of("received")).isEqualTo(5).isEqualTo(ingest.ended());
      assertThat(ingest.of("dead-lettered")).isPositive();
      try (Program list = Program.run(folder, ports.command("dead-letters"))) {
        assertThat(list.exitCode()).isEqualTo(2);
      }
    }
  }
}
