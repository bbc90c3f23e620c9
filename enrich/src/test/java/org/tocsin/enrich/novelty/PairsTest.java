package org.tocsin.enrich.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Statement.Kind;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;

/** The tables of pairs beside this test: what a later statement is to an earlier one. */
class PairsTest {
  /** Kinds of pairs in which the earlier one may say less, so that order counts. */
  private static final List<String> ORDERED = List.of("cut", "extended");

  private record Pair(String kind, String verdict, String earlier, String later) {
    static Pair of(String line) {
      String[] parts = line.split(" \\| ");
      return new Pair(parts[0], parts[1], parts[2], parts[3]);
    }

    StatementSketch first() {
      return sketch(earlier, "Nora Vex", Kind.DIRECT);
    }

    StatementSketch second() {
      String speaker = kind.equals("other-speaker") ? "Ole Brandt" : "Nora Vex";
      return sketch(later, speaker, kind.startsWith("reported") ? Kind.INDIRECT : Kind.DIRECT);
    }
  }

  private static StatementSketch sketch(String text, String speaker, Kind kind) {
    return new StatementSketch("id", kind, SpeakerKey.of(speaker), Wording.of(text));
  }

  private static List<Pair> read(String table) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PairsTest.class.getResourceAsStream(table), table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Pair::of)
          .toList();
    }
  }

  private static String verdict(Comparison comparison) {
    Change change = comparison.change();
    if (comparison.repeat()) {
      return "repeat";
    }
    return change == null ? "new" : "changed:" + change.what().label();
  }

  private static List<String> wrong(List<Pair> pairs) {
    List<String> wrong = new ArrayList<>();
    for (Pair pair : pairs) {
      String verdict = verdict(RepeatRule.compare(pair.first(), pair.second()));
      if (!verdict.equals(pair.verdict)) {
        wrong.add(verdict + " for " + pair);
      }
    }
    return wrong;
  }

  @Test
  void nineteenOfTwentyPairsAreRight() throws IOException {
    List<Pair> pairs = read("pairs.txt");
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(120);
    assertThat(wrong(pairs)).hasSizeLessThanOrEqualTo(pairs.size() / 50);
  }

  @Test
  void thePairsWrittenAfterwardsAreRightToo() throws IOException {
    assertThat(wrong(read("fresh.txt"))).isEmpty();
  }

  @Test
  void pairsInOtherLanguagesAndBetweenTheirMarksAreRight() throws IOException {
    List<Pair> pairs = read("languages.txt");
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(20);
    assertThat(wrong(pairs)).isEmpty();
  }

  @Test
  void theOrderOfTwoStatementsDoesNotMatterUnlessOneSaysMore() throws IOException {
    List<Pair> pairs = new ArrayList<>(read("pairs.txt"));
    pairs.addAll(read("fresh.txt"));
    pairs.addAll(read("languages.txt"));
    for (Pair pair : pairs) {
      Comparison forth = RepeatRule.compare(pair.first(), pair.second());
      Comparison back = RepeatRule.compare(pair.second(), pair.first());
      if (!ORDERED.contains(pair.kind)) {
        assertThat(back.repeat()).as(pair.toString()).isEqualTo(forth.repeat());
        assertThat(verdict(back)).as(pair.toString()).isEqualTo(verdict(forth));
      }
    }
  }
}
