package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the README as they stand there, on free ports and a folder of their own. */
class ReadmeIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void keepsWhatTheReadmePromises() throws Exception {
    List<List<String>> blocks = blocks();
    assertThat(blocks).hasSize(5);
    assertThat(blocks.get(0)).containsExactly("deploy/tocsin demo");
    assertThat(blocks.get(1)).containsExactly("mvn verify");
    Map<String, String> environment = environment();
    try (Program demo = Program.shell(folder, ROOT, environment, blocks.get(0).get(0))) {
      demo.awaitOutput("Desk page: http://127.0.0.1:", PATIENCE);
      demo.awaitOutput("Regional security threats", PATIENCE);
    }
    assertThat(blocks.get(2)).hasSize(1);
    try (Program up = Program.shell(folder, ROOT, environment, blocks.get(2).get(0))) {
      up.awaitOutput("Ready.", PATIENCE);
      run(environment, blocks.get(3));
    }
    run(environment, blocks.get(4));
  }

  private void run(Map<String, String> environment, List<String> lines) throws Exception {
    for (String line : lines) {
      try (Program program = Program.shell(folder, ROOT, environment, line)) {
        program.awaitEnd();
        assertThat(program.exitCode()).as(line + "\n" + program.output()).isZero();
      }
    }
  }

  private Map<String, String> environment() throws IOException {
    Map<String, String> environment = new HashMap<>();
    Ports.free()
        .values()
        .forEach(
            (key, value) ->
                environment.put(
                    "TOCSIN_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), value));
    environment.put("TOCSIN_DATA_DIR", folder.resolve("data").toString());
    return environment;
  }

  private static List<List<String>> blocks() throws IOException {
    Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
    List<List<String>> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1).lines().toList());
    }
    return blocks;
  }
}
