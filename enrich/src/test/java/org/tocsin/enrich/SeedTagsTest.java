package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.CountryTag;
import org.tocsin.enrich.actor.ActorTagger;
import org.tocsin.enrich.country.CountryTagger;

/**
 * Reads the seed articles where they lie beside the repository, and is skipped where they do not.
 */
class SeedTagsTest {
  private static @Nullable Path seeds;

  @BeforeAll
  static void find() {
    String named = System.getProperty("tocsin.shared");
    Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    Stream<Path> places =
        named != null
            ? Stream.of(Path.of(named))
            : Stream.iterate(start, place -> place != null, Path::getParent)
                .map(place -> place.resolve("shared"));
    seeds =
        places
            .map(place -> place.resolve("seeds"))
            .filter(place -> Files.exists(place.resolve("gold.json")))
            .findFirst()
            .orElse(null);
    assumeTrue(seeds != null, "the seed articles are not here: skipped");
  }

  private static Path seeds() {
    return Objects.requireNonNull(seeds);
  }

  private static JsonNode gold(String part) throws IOException {
    return new ObjectMapper().readTree(seeds().resolve("gold.json").toFile()).get(part);
  }

  private static String text(String number) throws IOException {
    try (Stream<Path> files = Files.list(seeds())) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().startsWith(number + "_"))
              .findFirst()
              .orElseThrow();
      return Files.readString(file);
    }
  }

  private static List<String> strings(JsonNode node) {
    List<String> strings = new ArrayList<>();
    node.forEach(value -> strings.add(value.asText()));
    return strings;
  }

  @Test
  void findsTheCountriesOfTheSeedsAndNoOthers() throws IOException {
    CountryTagger tagger = new CountryTagger();
    for (var entry : gold("countries").properties()) {
      List<String> must = strings(entry.getValue().get("must"));
      List<String> allowed = new ArrayList<>(must);
      allowed.addAll(strings(entry.getValue().get("may")));
      List<String> found =
          tagger.tag(null, text(entry.getKey()), "en").stream().map(CountryTag::code).toList();
      assertThat(found).as(entry.getKey()).containsAll(must).isSubsetOf(allowed);
    }
  }

  @Test
  void findsNearlyAllActorsOfTheSeeds() throws IOException {
    ActorTagger tagger = new ActorTagger();
    List<String> missing = new ArrayList<>();
    int wanted = 0;
    for (var entry : gold("actors").properties()) {
      List<String> found =
          tagger.tag(null, text(entry.getKey()), "en").stream()
              .map(ActorTag::name)
              .map(name -> name.toLowerCase(Locale.ROOT))
              .toList();
      for (String name : strings(entry.getValue())) {
        String low = name.toLowerCase(Locale.ROOT);
        wanted++;
        if (found.stream().noneMatch(other -> other.contains(low) || low.contains(other))) {
          missing.add(entry.getKey() + " " + name);
        }
      }
    }
    assertThat(missing).hasSizeLessThanOrEqualTo(wanted * 15 / 100);
  }
}
