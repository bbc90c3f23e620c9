package org.tocsin.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.enrich.PlainAnalyser;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/**
 * The topology as people see it. A changed picture is a changed line in a review: after a wanted
 * change, copy {@code target/topology.txt} over the golden file.
 */
class TopologyPictureTest {
  private static final List<String> STEPS =
      List.of(
          "articles",
          "check",
          "filter-duplicates",
          "analyse",
          "remember",
          "sketches",
          "relate",
          "decisions",
          "complete");

  private static String describe() {
    try (Metrics metrics = new Metrics("enrich")) {
      return EnrichTopology.build(Settings.defaults(), new PlainAnalyser(), metrics)
          .describe()
          .toString();
    }
  }

  @Test
  void looksAsInTheGoldenFile() throws IOException {
    String picture = describe();
    Files.writeString(Path.of("target", "topology.txt"), picture);
    try (InputStream golden =
        Objects.requireNonNull(getClass().getResourceAsStream("topology.txt"))) {
      assertThat(picture.strip()).isEqualTo(new String(golden.readAllBytes(), UTF_8).strip());
    }
  }

  @Test
  void theReadmeDrawsTheSameStepsInTheSameOrder() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String map =
        readme.substring(readme.indexOf("```"), readme.indexOf("```", 10 + readme.indexOf("```")));
    List<Integer> places = new ArrayList<>();
    String picture = describe();
    for (String step : STEPS) {
      assertThat(picture).contains(step);
      var found = Pattern.compile("(?m)^" + step + " ").matcher(map);
      assertThat(found.find()).as("the README's map has a line for " + step).isTrue();
      places.add(found.start());
    }
    assertThat(places).isSorted();
  }

  @Test
  void nothingHasAGeneratedName() {
    assertThat(describe()).doesNotContainPattern("KSTREAM-|KTABLE-|STATE-STORE-0");
  }
}
