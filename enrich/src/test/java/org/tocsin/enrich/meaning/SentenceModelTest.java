package org.tocsin.enrich.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SentenceModelTest {
  private static final String FERRY = "The ferry will not sail before Friday.";

  private final Meanings meanings = new Meanings();

  /** The figures are those of the model's own runtime, which rounds its numbers to bytes. */
  @Test
  void agreesWithTheRuntimeTheModelWasMadeFor() {
    assertThat(meanings.nearness(FERRY, "Boats stay in port until the end of the week."))
        .isCloseTo(0.492, within(0.03));
    assertThat(meanings.nearness(FERRY, "The council raised the price of water."))
        .isCloseTo(0.042, within(0.03));
    assertThat(meanings.nearness(FERRY, "The ferry will sail before Friday."))
        .isCloseTo(0.816, within(0.05));
  }

  @Test
  void isTheSameForTheSameWords() {
    assertThat(meanings.nearness(FERRY, FERRY)).isCloseTo(1, within(1e-6));
    assertThat(meanings.nearness("Ängstlich?", "angstlich ?")).isCloseTo(1, within(1e-6));
  }

  @Test
  void readsAnythingWhateverItsLength() {
    for (String text :
        new String[] {"", " ", "\u0000", "字", "a".repeat(10_000), "no ".repeat(999)}) {
      assertThat(meanings.nearness(text, FERRY)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void forgetsTheOldestAndAnswersTheSame() {
    double before = meanings.nearness(FERRY, "It is late.");
    for (int i = 0; i < 40; i++) {
      meanings.nearness(FERRY, "Number " + i);
    }
    assertThat(meanings.nearness(FERRY, "It is late.")).isEqualTo(before);
  }
}
