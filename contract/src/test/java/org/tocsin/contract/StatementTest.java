package org.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static final Speaker DAHL =
      new Speaker("Ine Dahl", null, Part.TEXT, 9, 11, "he", List.of("he", "Ine Dahl"));

  private static Statement by(@Nullable Speaker speaker, List<String> candidates) {
    return new Statement(
        "st1",
        Statement.Kind.INDIRECT,
        Part.TEXT,
        17,
        25,
        "it rains",
        List.of(),
        speaker,
        "said",
        "leading",
        Novelty.NEW,
        null,
        null,
        candidates,
        Statement.Weight.FULL);
  }

  @Test
  void keepsWhoMayHaveSpokenWhereNobodyIsSure() {
    Statement open = by(null, List.of("Ine Dahl", "Per Vik"));
    Statement repeat = open.asRepeatOf(new FirstSeen("st0", "a0"));
    assertThat(repeat.candidates()).containsExactly("Ine Dahl", "Per Vik");
    assertThat(Json.read(Json.write(open), Statement.class)).isEqualTo(open);
  }

  @Test
  void knowsNoCandidatesBesideASpeaker() {
    assertThatThrownBy(() -> by(DAHL, List.of("Per Vik")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("candidates");
  }

  @Test
  void readsWhatWasWrittenBeforeThereWereCandidates() {
    String old = Json.write(by(null, List.of())).replace(",\"candidates\":[]", "");
    assertThat(old).doesNotContain("candidates");
    assertThat(Json.read(old, Statement.class).candidates()).isEmpty();
  }

  @Test
  void readsWhatWasWrittenBeforeThereWereWeights() {
    String old = Json.write(by(DAHL, List.of())).replace(",\"weight\":\"full\"", "");
    assertThat(old).doesNotContain("weight").doesNotContain("faint");
    assertThat(Json.read(old, Statement.class).weight()).isEqualTo(Statement.Weight.FULL);
  }
}
