package org.tocsin.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Calm;
import org.tocsin.contract.ChangedFrom;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.Watch;

/** What becomes of statements, through the whole topology. */
@SuppressWarnings("NullAway") // What is null where it should not be fails the test.
class FollowUpTopologyTest extends CalmStage {
  @Test
  void followsUpOnAStatementThatWasChanged() {
    put(Calm.NONE);
    see("a1", "Ada", "s1", NOON);
    StatementState changed =
        StatementState.withdrawn("a1", "a1", "x-a1", 1, NOON.plusSeconds(60), Lane.LIVE)
            .changedTo("a9")
            .in(ChangedFrom.What.NUMBER);
    become(changed);
    become(changed);
    List<Alert> told = alerts.readValuesToList();
    assertThat(told).extracting(Alert::rings).containsExactly(true, false);
    assertThat(told.get(1).followUps())
        .singleElement()
        .isEqualTo(
            new Alert.FollowUp(
                Alert.FollowUp.Kind.CHANGED,
                "a1",
                "x-a1",
                1,
                "a9",
                ChangedFrom.What.NUMBER,
                null,
                NOON.plusSeconds(60)));
  }

  @Test
  void saysThatAStatementIsInForceAgain() {
    put(Calm.NONE);
    see("a1", "Ada", "s1", NOON);
    become(StatementState.withdrawn("a1", "a1", "x-a1", 1, NOON.plusSeconds(60), Lane.LIVE));
    see("a1", "Ada", "s1", NOON); // the same record again says nothing
    see("a1", "Ada", "s1", NOON.plusSeconds(120));
    List<Alert> told = alerts.readValuesToList();
    assertThat(told).hasSize(3);
    assertThat(told.get(2).followUps())
        .extracting(Alert.FollowUp::kind)
        .containsExactly(Alert.FollowUp.Kind.WITHDRAWN, Alert.FollowUp.Kind.RESTORED);
    assertThat(told.get(2).sightings()).isEqualTo(1);
  }

  @Test
  void keepsAFollowUpThatCameFirst() {
    put(Calm.NONE);
    become(StatementState.withdrawn("a1", "a1", "x-a1", 1, NOON.plusSeconds(60), Lane.LIVE));
    see("a1", "Ada", "s1", NOON);
    assertThat(alerts.readValue().followUps()).hasSize(1);
  }

  @Test
  void followsUpInHistoryWithoutAWord() {
    put(Calm.NONE);
    see("a1", "Ada", "s1", NOON);
    become(StatementState.withdrawn("a1", "a1", "x-a1", 1, NOON.plusSeconds(60), Lane.BACKFILL));
    assertThat(outcomes()).containsExactly("rang a1");
  }

  private void withdraw(String id, Instant time) {
    become(StatementState.withdrawn(id, id, "x-" + id, 1, time, Lane.LIVE));
  }

  /** Of the last record: what people hear by it. */
  private static List<String> tells(Alert alert) {
    return alert.tells().stream().map(f -> f.kind().label() + " " + f.statement()).toList();
  }

  @Test
  void tellsPeopleWhatBecameOfWhatTheyWereTold() {
    put(Calm.NONE);
    see("a1", "Ada", "s1", NOON);
    withdraw("a1", NOON.plusSeconds(60));
    see(Samples.repeat("c1", "a1", NOON.plusSeconds(70)));
    List<Alert> told = alerts.readValuesToList();
    assertThat(told).extracting(Alert::followsUp).containsExactly(false, true, false);
    assertThat(tells(told.get(1))).containsExactly("withdrawn a1");
    assertThat(told.get(1).notice()).isEqualTo(told.get(0).id() + "-1");
    assertThat(told.get(2).followUps()).as("the list stays").hasSize(1);
  }

  @Test
  void tellsNobodyWhatBecameOfACopyElsewhere() {
    put(Calm.NONE);
    see("a1", "Ada", "s1", NOON);
    see(Samples.repeat("c1", "a1", NOON.plusSeconds(30)));
    become(StatementState.withdrawn("c1", "a1", "x-c1", 1, NOON.plusSeconds(60), Lane.LIVE));
    Alert last = alerts.readValuesToList().get(2);
    assertThat(last.followUps()).hasSize(1);
    assertThat(last.followsUp()).isFalse();
  }

  @Test
  void letsPeopleSleepAndTellsThemInTheMorning() {
    put(new Calm(null, null, null, NIGHT, null));
    Instant evening = Instant.parse("2026-03-10T20:30:00Z"); // half past nine in Oslo
    see("a1", "Ada", "s1", evening);
    withdraw("a1", evening.plus(Duration.ofHours(1)));
    see("a1", "Ada", "s1", evening.plus(Duration.ofHours(2))); // in force again
    see(Samples.repeat("c1", "a1", evening.plus(Duration.ofHours(3))));
    List<Alert> night = alerts.readValuesToList();
    assertThat(night).extracting(Alert::update).containsExactly(0, 1, 2, 3);
    assertThat(night).noneMatch(Alert::followsUp);
    assertThat(night.get(2).followUps()).hasSize(2);
    waitUntil(evening.plus(Duration.ofHours(10)));
    Alert morning = alerts.readValue();
    assertThat(morning.update()).isEqualTo(4);
    assertThat(tells(morning)).containsExactly("withdrawn a1", "restored a1");
    waitUntil(evening.plus(Duration.ofHours(11)));
    assertThat(alerts.isEmpty()).isTrue();
  }

  @Test
  void wakesPeopleForWhatIsUrgent() {
    Calm.Quiet night = new Calm.Quiet(NIGHT.from(), NIGHT.to(), OSLO, true);
    put("ports", Watch.Severity.HIGH, new Calm(null, null, null, night, null), null);
    see("a1", "Ada", "s1", Instant.parse("2026-03-10T21:30:00Z"));
    withdraw("a1", Instant.parse("2026-03-10T21:40:00Z"));
    assertThat(tells(alerts.readValuesToList().get(1))).containsExactly("withdrawn a1");
  }

  @Test
  void keepsToASnooze() {
    put(Calm.NONE);
    see("a1", "Ada", "s1", NOON);
    put("ports", Watch.Severity.MEDIUM, Calm.NONE, NOON.plusSeconds(3_600));
    withdraw("a1", NOON.plusSeconds(60));
    assertThat(alerts.readValuesToList()).noneMatch(Alert::followsUp);
    waitUntil(NOON.plusSeconds(3_660));
    assertThat(tells(alerts.readValue())).containsExactly("withdrawn a1");
  }

  @Test
  void aDigestSaysWhatBecameMeanwhile() {
    put(new Calm(null, null, null, NIGHT, null));
    Instant night = Instant.parse("2026-03-10T21:30:00Z");
    see("a1", "Ada", "s1", night);
    see("a2", "Bo", "s2", night.plusSeconds(10));
    withdraw("a1", night.plusSeconds(60));
    waitUntil(night.plus(Duration.ofHours(10)));
    List<Alert> told = alerts.readValuesToList();
    assertThat(told).noneMatch(Alert::followsUp);
    Alert digest = told.get(3);
    assertThat(digest.digest()).isNotNull();
    assertThat(digest.followUps()).extracting(Alert.FollowUp::statement).containsExactly("a1");
    withdraw("a2", night.plus(Duration.ofHours(11)));
    List<Alert> after = alerts.readValuesToList();
    assertThat(after).extracting(Alert::followsUp).containsExactly(false, true);
    assertThat(after.get(0).held()).isEqualTo(Alert.Held.QUIET);
    assertThat(after.get(1).id()).isEqualTo(digest.id());
    assertThat(after.get(1).update()).isEqualTo(1);
    assertThat(tells(after.get(1))).containsExactly("withdrawn a2");
  }

  @Test
  void aDigestSaysWhatBecameBeforeItWasHeld() {
    put(new Calm(null, null, null, NIGHT, null));
    Instant night = Instant.parse("2026-03-10T21:30:00Z");
    withdraw("a1", night.plusSeconds(60));
    see("a1", "Ada", "s1", night);
    waitUntil(night.plus(Duration.ofHours(10)));
    Alert digest = alerts.readValuesToList().get(1);
    assertThat(digest.followUps()).extracting(Alert.FollowUp::statement).containsExactly("a1");
  }

  @Test
  void aPartThatRangNobodyIsFollowedInSilence() {
    put(new Calm(null, null, null, null, Duration.ofMinutes(30)));
    see("a1", "Ada", "s1", NOON);
    see("a2", "Bo", "s1", NOON.plusSeconds(60));
    withdraw("a2", NOON.plusSeconds(70));
    assertThat(alerts.readValuesToList()).noneMatch(Alert::followsUp);
    withdraw("a1", NOON.plusSeconds(80));
    Alert last = alerts.readValue();
    assertThat(tells(last)).containsExactly("withdrawn a1");
    assertThat(last.parts()).hasSize(1);
  }
}
