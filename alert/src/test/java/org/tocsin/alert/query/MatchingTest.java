package org.tocsin.alert.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;

/** Holds the table of queries and statements against everything that answers queries. */
class MatchingTest {
  /** A line of the table. */
  record Pair(String language, String text, String query, boolean found) {
    Sighting sighting() {
      return Samples.sighting("s", text, language, "Mira Oldenburg", Lane.LIVE, Samples.NOON);
    }

    @Override
    public String toString() {
      return (found ? "+ " : "- ") + query + "  in  " + text;
    }
  }

  static List<Pair> pairs() throws IOException {
    try (InputStream table = MatchingTest.class.getResourceAsStream("matching.txt")) {
      assertThat(table).isNotNull();
      List<Pair> pairs = new ArrayList<>();
      String language = "";
      String text = "";
      for (String line : new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("= ")) {
          int bar = line.indexOf(" | ");
          language = line.substring(2, bar);
          text = line.substring(bar + 3);
        } else if (line.startsWith("+ ") || line.startsWith("- ")) {
          pairs.add(new Pair(language, text, line.substring(2), line.startsWith("+")));
        }
      }
      return pairs;
    }
  }

  @Test
  void hasTwoHundredPairsAndNoneTwice() throws IOException {
    Set<List<String>> seen = new HashSet<>();
    pairs().forEach(p -> assertThat(seen.add(List.of(p.text(), p.query()))).as("%s", p).isTrue());
    assertThat(pairs()).hasSizeGreaterThan(200);
    assertThat(pairs().stream().filter(p -> !p.found()).count()).isGreaterThan(70);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void findsWhatTheTableSays(Pair pair) {
    Query query = Query.parse(pair.query());
    assertThat(query.match(pair.sighting()).isPresent()).isEqualTo(pair.found());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void findsTheSameThroughTheIndexOfWatches(Pair pair) {
    WatchIndex index =
        WatchIndex.of(List.of(WatchIndex.Entry.of(Samples.watch("w", pair.query()))));
    assertThat(index.match(pair.sighting())).hasSize(pair.found() ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void findsTheSameThroughLucene(Pair pair) throws IOException {
    try (LuceneStatements statements = new LuceneStatements(List.of(pair.sighting()))) {
      assertThat(statements.find(Query.parse(pair.query()))).hasSize(pair.found() ? 1 : 0);
    }
  }
}
