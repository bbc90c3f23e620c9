package org.tocsin.alert.calm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PresentTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private Present present = Present.UNKNOWN;

  /** An article of a replay: taken in long after its time. */
  private void old(String outlet, long minute) {
    present = present.seeing(outlet, at(minute), NOON.plus(Duration.ofDays(300)));
  }

  private void fresh(String outlet, long minute) {
    present = present.seeing(outlet, at(minute), at(minute));
  }

  private static Instant at(long minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  @Test
  void knowsTheTimeFromOneArticleThatWasTakenInAtOnce() {
    fresh("A", 0);
    assertThat(present.time()).isEqualTo(NOON);
    old("A", 1);
    assertThat(present.time()).isEqualTo(NOON);
    fresh("B", -3);
    assertThat(present.time()).isEqualTo(NOON);
  }

  @Test
  void believesNoFirstOutletOfAReplay() {
    old("ahead", 1_380);
    assertThat(present.time()).isEqualTo(Instant.EPOCH);
    old("A", 0);
    old("A", 1);
    assertThat(present.time()).isEqualTo(at(1));
  }

  @Test
  void movesWithHalfTheOutletsThoughThreeOfSixAreAhead() {
    for (int i = 0; i < 200; i++) {
      old("A" + i % 3, i);
      old("ahead" + i % 3, i + 480);
      assertThat(present.time()).isBeforeOrEqualTo(at(i));
    }
    assertThat(present.time()).isAfter(at(190));
  }

  @Test
  void goesOnWithTheOutletThatStillSpeaks() {
    for (String outlet : new String[] {"A", "B", "C"}) {
      old(outlet, 0);
    }
    for (int i = 1; i <= 20; i++) {
      old("A", i);
    }
    assertThat(present.time()).isEqualTo(at(20));
  }

  @Test
  void countsAnArticleOnceHoweverManyStatementsItHas() {
    old("A", 0);
    old("B", 0);
    for (int i = 0; i < 100; i++) {
      old("ahead", 600);
    }
    assertThat(present.time()).isEqualTo(NOON);
    assertThat(present.outlets()).hasSize(3);
  }

  @Test
  void staysSmall() {
    for (int i = 0; i < 10_000; i++) {
      old("outlet" + i, i);
    }
    assertThat(present.outlets()).hasSizeLessThan(16);
    assertThat(present.time()).isAfter(at(9_980));
  }
}
