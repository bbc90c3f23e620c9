package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.enrich.actor.Lexicon.Kind;

class WeightsTest {
  private static final int GIVEN = Kind.GIVEN.bit();
  private static final int COMMON = Kind.COMMON.bit();
  private static final int FIRST = Kind.MODIFIER.bit();
  private static final int LAST = Kind.PLACE_FIRST.bit();

  @Test
  void addsUpWhatAllKindsOfAWordWeigh() {
    Weights weights =
        new Weights().any(7, GIVEN | FIRST).but(10, GIVEN, COMMON).both(-4, GIVEN, COMMON);
    assertThat(weights.of(GIVEN)).isEqualTo(17);
    assertThat(weights.of(GIVEN | COMMON)).isEqualTo(3);
    assertThat(weights.of(COMMON)).isZero();
    assertThat(weights.of(FIRST)).isEqualTo(7);
    assertThat(new Weights().any(1, LAST).with(weights).of(LAST | GIVEN)).isEqualTo(18);
  }

  @Test
  void looksAtTheKindsThatTellOfNamesAlone() {
    Weights weights = new Weights().any(7, GIVEN);
    for (Kind kind : Kind.values()) {
      assertThat(weights.of(GIVEN | kind.bit())).isEqualTo(7);
      assertThat(weights.of(kind.bit())).isEqualTo(kind == Kind.GIVEN ? 7 : 0);
    }
  }
}
