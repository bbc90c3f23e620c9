package org.tocsin.enrich.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.contract.Statement.Kind;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;

class RepeatRuleTest {
  private static Comparison compare(String a, String b) {
    return RepeatRule.compare(
        statement(a, "Vera Marcal", Kind.DIRECT), statement(b, "Vera Marcal", Kind.DIRECT));
  }

  private static StatementSketch statement(String text, @Nullable String speaker, Kind kind) {
    return new StatementSketch("id", kind, SpeakerKey.of(speaker), Wording.of(text, "en"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We will rebuild the bridge before winter. | “We will rebuild the bridge before winter,”"
            + " | the same words",
        "It rained. We will rebuild the old railway bridge at Norwick before winter. | We will"
            + " rebuild the old railway bridge at Norwick before winter | cut out of it",
        "The council approved the plan to rebuild the old railway bridge near Norwick harbour. |"
            + " The council has approved a plan to rebuild old railway bridges near Norwick harbour"
            + " | the same in other words",
        "The mayor paid three thousand crowns for the painting of Saint Olaf | The mayor paid 3"
            + " thousand crowns for that painting of Saint Olaf | the same in other words",
      })
  void recognisesARepeat(String earlier, String later, String reason) {
    assertThat(compare(earlier, later))
        .returns(true, Comparison::repeat)
        .returns(reason, Comparison::reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The flood destroyed 300 houses along the river Tamble near Norwick. | The flood destroyed"
            + " 400 houses along the river Tamble near Norwick. | changed number",
        "The talks about the Norwick fishing quota begin on Monday in Sarn. | The talks about the"
            + " Norwick fishing quota begin on Friday in Sarn. | changed date",
        "The government supports the Norwick fishing quota agreement with Sarn. | The government"
            + " does not support the Norwick fishing quota agreement with Sarn. | changed negation",
        "The island government will close the Norwick fishing grounds completely. | The island"
            + " government may close the Norwick fishing grounds completely. | changed modality",
        "Norwick defeated Sarn convincingly during the regional championship final. | Sarn defeated"
            + " Norwick convincingly during the regional championship final. | changed name",
        "We will never accept a border drawn by foreign armies in Sarn. | accept a border drawn by"
            + " foreign armies in Sarn | changed negation",
        "The harvest was poor. | The winter was long. | too few words in common",
      })
  void aChangedFactIsNew(String earlier, String later, String reason) {
    assertThat(compare(earlier, later))
        .returns(false, Comparison::repeat)
        .returns(reason, Comparison::reason);
  }

  @Test
  void anotherSpeakerMakesItNew() {
    String words = "We will rebuild the bridge before winter.";
    assertThat(
            RepeatRule.compare(
                statement(words, "Vera Marcal", Kind.DIRECT),
                statement(words, "Igor Stahl", Kind.DIRECT)))
        .returns(false, Comparison::repeat)
        .returns("different speakers", Comparison::reason);
  }

  @Test
  void anUnknownSpeakerRepeatsOnlySixWordsAndMoreVerbatim() {
    String words = "We will rebuild the old bridge before winter.";
    assertThat(
            RepeatRule.compare(
                    statement(words, "Vera Marcal", Kind.DIRECT),
                    statement(words, null, Kind.DIRECT))
                .repeat())
        .isTrue();
    assertThat(
            RepeatRule.compare(
                    statement("Never again war.", null, Kind.DIRECT),
                    statement("Never again war.", null, Kind.DIRECT))
                .repeat())
        .isFalse();
  }

  @Test
  void reportedSpeechMayMoveVerbsBack() {
    StatementSketch direct =
        statement(
            "Norwick will reopen the northern fishing grounds to Sarn trawlers",
            "Vera Marcal",
            Kind.DIRECT);
    String back = "Norwick would reopen the northern fishing grounds to Sarn trawlers";
    assertThat(RepeatRule.compare(direct, statement(back, "Marcal", Kind.INDIRECT)).repeat())
        .isTrue();
    assertThat(RepeatRule.compare(direct, statement(back, "Marcal", Kind.DIRECT)).repeat())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Sergei Bolkonski,Sergey Bolkonski,true",
    "Bolkonski,Sergei Bolkonski,true",
    "Andrei Bolkonski,Sergei Bolkonski,false",
    "José Marçal,Jose Marcal,true",
    "the Navy,Navy,true",
    "Vera Marcal,Vera Stahl,false"
  })
  void namesAgreeAsFarAsTheyAreKnown(String a, String b, boolean agree) {
    SpeakerKey one = SpeakerKey.of(a);
    SpeakerKey other = SpeakerKey.of(b);
    assertThat(one != null && other != null && one.agrees(other)).isEqualTo(agree);
  }

  @Test
  void emptyAndStrangeTextsAreCompared() {
    assertThat(compare("", "").repeat()).isFalse();
    assertThat(compare("\uD800", "☃ ☃ ☃").repeat()).isFalse();
    assertThat(compare("不会接受", "不会接受").repeat()).isTrue();
  }
}
