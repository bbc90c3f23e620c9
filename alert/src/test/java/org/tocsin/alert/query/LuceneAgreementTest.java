package org.tocsin.alert.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;

/** Random queries over random statements: own matching and a plain Lucene index agree on each. */
class LuceneAgreementTest {
  private static final String[] WORDS = {
    "port",
    "ports",
    "Port's",
    "storm",
    "storms",
    "warned",
    "warning",
    "harbour",
    "harbours",
    "U.N.",
    "city",
    "cities",
    "election",
    "elections",
    "Wahl",
    "Wahlen",
    "élections",
    "угроза",
    "угрозы",
    "选举",
    "الحكومة",
    "re-opening",
    "opening",
    "1,200",
    "and",
    "the"
  };
  private static final String[] LANGUAGES = {"en", "de", "fr", "ru", "zh", "tr"};
  private static final String[] FIELDED = {
    "country:NO",
    "country:SE",
    "about:DK",
    "language:en",
    "language:de",
    "kind:direct",
    "speaker:oldenburg",
    "speaker:\"harbour master\"",
    "speaker:olde*",
    "source:gazette",
    "actor:VALPORT",
    "actor:castell*",
    "actor:\"ruben castellane\"",
    "publisherCountry:NO",
    "outlets:>=1",
    "outlets:>=2"
  };
  private static final int STATEMENTS = 300;
  private static final int QUERIES = 700;

  private Random random = new Random();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsWhatLuceneFinds(long seed) throws IOException {
    random = new Random(seed);
    List<Sighting> statements = new ArrayList<>();
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < STATEMENTS; i++) {
      statements.add(statement(i));
      subjects.add(Subject.of(statements.get(i)));
    }
    int found = 0;
    int read = 0;
    try (LuceneStatements index = new LuceneStatements(statements)) {
      for (int i = 0; i < QUERIES; i++) {
        String written = query(3);
        Query query;
        try {
          query = Query.parse(written);
        } catch (QueryException e) {
          continue;
        }
        read++;
        Set<Integer> expected = index.find(query);
        assertThat(matches(query, subjects)).as("seed %d: %s", seed, written).isEqualTo(expected);
        found += expected.size();
      }
    }
    assertThat(read).isGreaterThan(QUERIES / 2);
    assertThat(found).isBetween(read * 10, read * STATEMENTS * 9 / 10);
  }

  private static Set<Integer> matches(Query query, List<Subject> subjects) {
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < subjects.size(); i++) {
      if (query.match(subjects.get(i)).isPresent()) {
        found.add(i);
      }
    }
    return found;
  }

  private Sighting statement(int i) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(14) + 1; n > 0; n--) {
      text.append(one(WORDS)).append(random.nextInt(6) == 0 ? ", " : " ");
    }
    String speaker = random.nextInt(3) > 0 ? "Mira Oldenburg" : null;
    return Samples.sighting(
        "s" + i, text.toString(), one(LANGUAGES), speaker, Lane.LIVE, Samples.NOON);
  }

  private String query(int depth) {
    int choice = random.nextInt(depth == 0 ? 4 : 9);
    return switch (choice) {
      case 0, 1 -> word();
      case 2 -> one(FIELDED);
      case 3 -> close();
      case 4 -> "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
      case 5 -> "(" + query(depth - 1) + " AND NOT " + query(depth - 1) + ")";
      case 6 -> "(" + query(depth - 1) + " OR NOT " + query(depth - 1) + ") " + word();
      default -> "(" + query(depth - 1) + " " + query(depth - 1) + ")";
    };
  }

  /** Phrases, windows and nearness. */
  private String close() {
    return switch (random.nextInt(4)) {
      case 0 -> exact() + phrase();
      case 1 -> exact() + phrase() + "~" + random.nextInt(5);
      case 2 -> word() + " NEAR/" + random.nextInt(4) + " " + phrase();
      default ->
          "("
              + word()
              + " OR "
              + phrase()
              + ") NEAR/"
              + random.nextInt(4)
              + " ("
              + phrase()
              + " OR "
              + word()
              + ")";
    };
  }

  private String phrase() {
    StringBuilder words = new StringBuilder(one(WORDS));
    for (int n = random.nextInt(3); n > 0; n--) {
      words.append(' ').append(one(WORDS));
    }
    return '"' + words.toString() + '"';
  }

  private String word() {
    String word = one(WORDS);
    return switch (random.nextInt(6)) {
      case 0 -> word.substring(0, Math.min(word.length(), 4)) + "*";
      case 1 -> word.length() > 4 ? word.substring(0, 3) + "?" + word.substring(4) : word;
      case 2 -> "=" + word;
      default -> word;
    };
  }

  private String exact() {
    return random.nextInt(4) == 0 ? "=" : "";
  }

  private String one(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
