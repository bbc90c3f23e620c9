package org.tocsin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Setting<Integer> THREADS =
      Setting.integer("enrich.threads", 2, 1, 64, "Stream threads.");
  private static final Setting<Duration> WINDOW =
      Setting.duration("enrich.story.window", "14d", "How far back.");
  private static final Setting<String> KEY = Setting.secret("ingest.api.key", "The key.");
  private static final Setting<Map<String, String>> CLIENT =
      Setting.map("kafka.client", "Anything.");
  private static final List<Setting<?>> DECLARED = List.of(THREADS, WINDOW, KEY, CLIENT);

  @TempDir Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("tocsin.yaml"), yaml);
  }

  @Test
  void takesTheRunOverTheEnvironmentOverTheFileOverTheDefault() throws IOException {
    Path file = file("enrich:\n  threads: 3\n  story.window: 7d\n");
    assertThat(Settings.load(file, Map.of(), Map.of(), DECLARED).get(THREADS)).isEqualTo(3);
    Map<String, String> environment = Map.of("TOCSIN_ENRICH_THREADS", "4");
    Settings settings = Settings.load(file, environment, Map.of(), DECLARED);
    assertThat(settings.get(THREADS)).isEqualTo(4);
    assertThat(settings.get(WINDOW)).isEqualTo(Duration.ofDays(7));
    assertThat(
            Settings.load(file, environment, Map.of("enrich.threads", "5"), DECLARED).get(THREADS))
        .isEqualTo(5);
    assertThat(Settings.defaults().get(THREADS)).isEqualTo(2);
  }

  @Test
  void refusesAnUnknownKeyAndNamesTheNearest() throws IOException {
    Path file = file("enrich.thread: 3\n");
    assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of(), DECLARED))
        .isInstanceOfSatisfying(
            OperatorException.class,
            e -> {
              assertThat(e).hasMessageContaining("no setting 'enrich.thread'");
              assertThat(e.remedy()).isEqualTo("Did you mean 'enrich.threads'?");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enrich.threads: many | enrich.threads = 'many': not a whole number",
        "enrich.threads: 65 | not between 1 and 64",
        "enrich.story.window: 3 weeks | not a duration such as 250ms, 30s, 5m, 12h or 14d",
        "enrich.threads: [1 | line",
        "just words | is not a list of 'key: value' lines",
      })
  void saysWhatIsWrongWithAFile(String yaml, String message) throws IOException {
    Path file = file(yaml + "\n");
    assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of(), DECLARED))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining(message);
  }

  @Test
  void saysWhichFileIsMissing() {
    Path file = folder.resolve("none.yaml");
    assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of(), DECLARED))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("there is no settings file")
        .hasMessageContaining("none.yaml");
  }

  @Test
  void hidesSecrets() {
    Settings settings = Settings.of(Map.of("ingest.api.key", "hunter2"));
    assertThat(settings.describe(DECLARED))
        .contains("ingest.api.key = (hidden)", "enrich.threads = 2")
        .noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void handsOnWhatStandsBelowAMapKey() throws IOException {
    Path file = file("kafka.client:\n  security.protocol: SSL\n");
    Settings settings = Settings.load(file, Map.of(), Map.of(), DECLARED);
    assertThat(settings.under(CLIENT)).containsExactly(Map.entry("security.protocol", "SSL"));
  }

  @Test
  void readsSizes() {
    Setting<Long> size = Setting.bytes("a.b", "2MiB", "A size.");
    assertThat(Settings.defaults().get(size)).isEqualTo(2L << 20);
    assertThat(Settings.of(Map.of("a.b", "100")).get(size)).isEqualTo(100);
  }
}
