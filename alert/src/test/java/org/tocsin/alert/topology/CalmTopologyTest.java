package org.tocsin.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.alert.calm.CalmCounts;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Calm;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.Watch;

/** Calm through the whole topology. */
@SuppressWarnings("NullAway") // What is null where it should not be fails the test.
class CalmTopologyTest extends CalmStage {
  @Test
  void letsASpeakerCoolDown() {
    put(new Calm(Duration.ofHours(2), null, null, null, null));
    see("a1", "Ada", "s1", NOON);
    see("a2", "Ada", "s2", NOON.plusSeconds(600));
    see("b1", "Bo", "s3", NOON.plusSeconds(700));
    see(said("n1", null, "s4", NOON.plusSeconds(800)));
    see(said("n2", null, "s5", NOON.plusSeconds(900)));
    assertThat(outcomes())
        .containsExactly("rang a1", "cool-down a2", "rang b1", "rang n1", "rang n2");
    see("a3", "Ada", "s6", NOON.plusSeconds(7_200));
    assertThat(outcomes()).containsExactly("digest 1", "rang a3");
  }

  @Test
  void keepsToTheBudgetOfTheHour() {
    put(new Calm(null, 2, null, null, null));
    for (int i = 0; i < 5; i++) {
      see("a" + i, "Ada", "s" + i, NOON.plusSeconds(i));
    }
    List<Alert> told = alerts.readValuesToList();
    assertThat(told.stream().map(CalmStage::outcome))
        .containsExactly(
            "rang a0", "rang a1", "budget-hour a2", "budget-hour a3", "budget-hour a4");
    assertThat(told.get(4).rings()).isFalse();
    Alert.Tally tally = told.get(4).tally();
    assertThat(tally).isNotNull();
    assertThat(tally.hour()).isEqualTo(new Alert.Tally.Window(NOON, 2, 3, 0, 0));
    assertThat(tally.held()).containsExactly(Map.entry("budget-hour", 3));
    waitUntil(NOON.plus(Duration.ofMinutes(59)));
    assertThat(outcomes()).isEmpty();
    waitUntil(NOON.plus(Duration.ofMinutes(60)));
    Alert digest = alerts.readValue();
    assertThat(digest.rings()).isTrue();
    assertThat(digest.sighting().statement().id()).isEqualTo("a2");
    assertThat(digest.parts())
        .extracting(m -> m.sighting().statement().id())
        .containsExactly("a3", "a4");
    assertThat(digest.digest().held()).containsExactly(Map.entry("budget-hour", 3));
    assertThat(digest.watch().notifiers()).containsExactly("room");
    see("a5", "Ada", "s5", NOON.plus(Duration.ofMinutes(61)));
    assertThat(outcomes()).containsExactly("rang a5");
  }

  @Test
  void keepsToTheBudgetOfTheDayInTheDesksZone() {
    Calm.Quiet lunch = new Calm.Quiet(LocalTime.of(11, 0), LocalTime.of(11, 1), OSLO, false);
    put(new Calm(null, null, 1, lunch, null));
    see("a1", "Ada", "s1", Instant.parse("2026-03-10T22:30:00Z")); // half past eleven in Oslo
    see("a2", "Ada", "s2", Instant.parse("2026-03-10T22:40:00Z"));
    assertThat(outcomes()).containsExactly("rang a1", "budget-day a2");
    see("a3", "Ada", "s3", Instant.parse("2026-03-10T23:05:00Z"));
    assertThat(outcomes()).containsExactly("digest 1", "rang a3");
  }

  @Test
  void keepsQuietAtNightAndTellsInTheMorning() {
    put(new Calm(null, null, null, NIGHT, null));
    Instant night = Instant.parse("2026-03-10T21:30:00Z"); // half past ten in Oslo
    see("a1", "Ada", "s1", night);
    see("a2", "Ada", "s2", night.plus(Duration.ofHours(3)));
    assertThat(outcomes()).containsExactly("quiet a1", "quiet a2");
    waitUntil(Instant.parse("2026-03-11T05:29:59Z"));
    assertThat(outcomes()).isEmpty();
    waitUntil(Instant.parse("2026-03-11T05:30:00Z"));
    assertThat(outcomes()).containsExactly("digest 2");
    waitUntil(Instant.parse("2026-03-11T09:30:00Z"));
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void letsWhatIsUrgentThroughTheNightWhereTheWatchSaysSo() {
    Calm.Quiet night = new Calm.Quiet(NIGHT.from(), NIGHT.to(), OSLO, true);
    put("loud", Watch.Severity.HIGH, new Calm(null, null, null, night, null), null);
    put("soft", Watch.Severity.MEDIUM, new Calm(null, null, null, night, null), null);
    put("tame", Watch.Severity.HIGH, new Calm(null, null, null, NIGHT, null), null);
    see("a1", "Ada", "s1", Instant.parse("2026-03-10T21:30:00Z"));
    assertThat(alerts.readValuesToList())
        .filteredOn(Alert::rings)
        .extracting(a -> a.watch().id())
        .containsExactly("loud");
  }

  /** Rain in an outlet; taken in at a time, or nobody noted when. */
  private void rain(String outlet, Instant time, @Nullable Instant received) {
    String id = "rain-" + outlet + time;
    Sighting rain = Samples.sighting(id, "Rain.", "en", "N", Lane.LIVE, time);
    see(Samples.in(outlet, Samples.received(received, rain)));
  }

  @Test
  void doesNotEndTheNightForOutletsWhoseClocksAreAhead() {
    put(new Calm(null, null, null, NIGHT, null));
    Instant night = Instant.parse("2026-03-10T21:30:00Z");
    see("a1", "Ada", "s1", night);
    for (int i = 0; i < 40; i++) {
      Instant now = night.plusSeconds(60L * i);
      rain("ahead-" + i % 5, now.plus(Duration.ofHours(9)), now);
      rain("right", now, now);
    }
    assertThat(outcomes()).containsExactly("quiet a1");
    rain("right", night.plus(Duration.ofHours(8)), night.plus(Duration.ofHours(8)));
    assertThat(outcomes()).containsExactly("digest 1");
  }

  @Test
  void countsTheHoursOfAnInstallationWhoseFirstArticleIsDatedTomorrow() {
    put(new Calm(null, 1, null, null, null));
    rain("ahead", NOON.plus(Duration.ofHours(23)), NOON);
    for (int i = 0; i < 3; i++) {
      see("a" + i, "Ada", "s" + i, NOON.plus(Duration.ofHours(2L * i)));
    }
    assertThat(outcomes()).containsExactly("rang a0", "rang a1", "rang a2");
  }

  @Test
  void tellsTheNightThoughAnOutletFellSilent() {
    put(new Calm(null, null, null, NIGHT, null));
    Instant night = Instant.parse("2026-03-10T21:30:00Z");
    for (String outlet : List.of("A", "B", "C")) {
      rain(outlet, night, night);
    }
    see(Samples.in("A", said("a1", "Ada", "s1", night)));
    Instant morning = night.plus(Duration.ofHours(8));
    rain("A", morning, morning);
    assertThat(outcomes()).containsExactly("quiet a1", "digest 1");
  }

  @Test
  void letsASpeakerCoolDownFromNowThoughAnArticleIsDatedTomorrow() {
    put(new Calm(Duration.ofHours(1), null, null, null, null));
    Instant tomorrow = NOON.plus(Duration.ofHours(20));
    see(Samples.received(NOON, said("a1", "Ada", "s1", tomorrow)));
    see("a2", "Ada", "s2", NOON.plusSeconds(60));
    see("a3", "Ada", "s3", NOON.plusSeconds(3_600));
    assertThat(outcomes()).containsExactly("rang a1", "cool-down a2", "digest 1", "rang a3");
  }

  /** Where nobody noted the reception, the time itself is all there is. */
  @Test
  void isNotSilencedByWhatRangAhead() {
    put(new Calm(Duration.ofHours(1), null, null, null, Duration.ofMinutes(30)));
    see(Samples.received(null, said("a1", "Ada", "s1", NOON.plus(Duration.ofHours(20)))));
    see(Samples.received(null, said("a2", "Ada", "s1", NOON)));
    see(Samples.received(null, said("a3", "Ada", "s1", NOON.plusSeconds(60))));
    assertThat(outcomes()).containsExactly("rang a1", "rang a2", "update a2 1");
  }

  @Test
  void losesNoPartOfAGroupThatEndsBetweenTwoMinutes() {
    put(new Calm(null, null, null, null, Duration.ofSeconds(1_830)));
    see("a0", "Ada", "s1", NOON);
    for (int i = 1; i <= 35; i++) {
      see("a" + i, "Ada", "s1", NOON.plusSeconds(i));
    }
    see("b0", "Ada", "s1", NOON.plusSeconds(1_835));
    List<String> told = outcomes();
    assertThat(told.subList(told.size() - 2, told.size()))
        .containsExactly("update a0 35", "rang b0");
  }

  @Test
  void holdsWhatASnoozedWatchFindsAndTellsItAfterwards() {
    put("ports", Watch.Severity.HIGH, Calm.NONE, NOON.plusSeconds(3_600));
    see("a1", "Ada", "s1", NOON);
    assertThat(outcomes()).containsExactly("snooze a1");
    see("a2", "Ada", "s2", NOON.plusSeconds(3_600));
    assertThat(outcomes()).containsExactly("digest 1", "rang a2");
  }

  @Test
  void endsASnoozeThatIsTakenBack() {
    put("ports", Watch.Severity.HIGH, Calm.NONE, NOON.plus(Duration.ofDays(5)));
    see("a1", "Ada", "s1", NOON);
    put("ports", Watch.Severity.HIGH, Calm.NONE, null);
    waitUntil(NOON.plusSeconds(60));
    assertThat(outcomes()).containsExactly("snooze a1", "digest 1");
  }

  @Test
  void groupsTheStatementsOfAStory() {
    put(new Calm(null, null, null, null, Duration.ofMinutes(30)));
    see("a1", "Ada", "s1", NOON);
    see("a2", "Bo", "s1", NOON.plusSeconds(60));
    see("b1", "Cy", "s2", NOON.plusSeconds(60));
    see("a3", "Cy", "s1", NOON.plusSeconds(120));
    List<Alert> told = alerts.readValuesToList();
    assertThat(told.stream().map(CalmStage::outcome))
        .containsExactly("rang a1", "update a1 1", "rang b1", "update a1 2");
    assertThat(told.get(3).parts())
        .extracting(m -> m.sighting().statement().id())
        .containsExactly("a2", "a3");
    assertThat(told.get(3).parts().get(0).why()).isNotEmpty();
    see("a4", "Ada", "s1", NOON.plusSeconds(1_800));
    assertThat(outcomes()).containsExactly("rang a4");
  }

  @Test
  void updatesTheAlertOfAStoryFromAllItsStatements() {
    put(new Calm(null, null, null, null, Duration.ofMinutes(30)));
    see("a1", "Ada", "s1", NOON);
    see("a2", "Bo", "s1", NOON.plusSeconds(60));
    see(Samples.repeat("c1", "a1", NOON.plusSeconds(70)));
    see(Samples.repeat("c2", "a2", NOON.plusSeconds(80)));
    become(StatementState.withdrawn("a2", "a2", "x-a2", 1, NOON.plusSeconds(90), Lane.LIVE));
    List<Alert> told = alerts.readValuesToList();
    assertThat(told).extracting(Alert::update).containsExactly(0, 1, 2, 3, 4);
    assertThat(told).extracting(Alert::id).containsOnly(told.get(0).id());
    Alert last = told.get(4);
    assertThat(last.sightings()).isEqualTo(2);
    assertThat(last.parts()).singleElement().extracting(Alert.Member::sightings).isEqualTo(2);
    assertThat(last.followUps())
        .singleElement()
        .extracting(Alert.FollowUp::kind, Alert.FollowUp::statement)
        .containsExactly(Alert.FollowUp.Kind.WITHDRAWN, "a2");
  }

  @Test
  void updatesAHeldAlertInSilence() {
    put(new Calm(null, null, null, NIGHT, null));
    Instant night = Instant.parse("2026-03-10T21:30:00Z");
    see("a1", "Ada", "s1", night);
    see(Samples.repeat("c1", "a1", night.plusSeconds(60)));
    waitUntil(night.plus(Duration.ofHours(10)));
    see(Samples.repeat("c2", "a1", night.plus(Duration.ofHours(11))));
    List<Alert> told = alerts.readValuesToList();
    assertThat(told)
        .extracting(a -> a.update() + " " + a.held())
        .containsExactly("0 QUIET", "1 QUIET", "0 null", "2 QUIET");
    assertThat(told.get(3).sightings()).isEqualTo(3);
  }

  @Test
  void saysNothingOfWhatItHasForgotten() {
    put("ports", Watch.Severity.HIGH, Calm.NONE, NOON.plusSeconds(3_600));
    see("a1", "Ada", "s1", NOON);
    waitUntil(NOON.plusSeconds(3_600));
    assertThat(outcomes()).containsExactly("snooze a1", "digest 1");
    see(Samples.repeat("c1", "a1", NOON.plus(Duration.ofDays(20)), Lane.BACKFILL));
    Instant later = NOON.plus(Duration.ofDays(36));
    waitUntil(later);
    waitUntil(later.plusSeconds(60));
    see(Samples.repeat("c2", "a1", later.plusSeconds(120)));
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void marksWhatIsHeldInTheHeaders() {
    put("ports", Watch.Severity.HIGH, Calm.NONE, NOON.plusSeconds(3_600));
    see("a1", "Ada", "s1", NOON);
    org.apache.kafka.common.header.Headers held = alerts.readRecord().headers();
    assertThat(Headers.text(held, Headers.HELD)).isEqualTo("snooze");
    assertThat(Headers.text(held, Headers.NOVELTY)).isEqualTo("new");
  }

  @Test
  void isNotDisturbedByHistory() {
    put(new Calm(null, 1, null, null, null));
    see("a1", "Ada", "s1", NOON);
    see("a2", "Ada", "s2", NOON.plusSeconds(1));
    Instant later = NOON.plus(Duration.ofDays(2));
    see(Samples.sighting("old", "The port.", "en", "Ada", Lane.BACKFILL, later));
    assertThat(outcomes()).containsExactly("rang a1", "budget-hour a2");
  }

  /** Must show 5 of the watches: what rang, was held back and digested adds up exactly. */
  @Test
  void addsUpOverABurst() {
    Map<String, Calm> asked = new TreeMap<>();
    asked.put("none", Calm.NONE);
    asked.put("cool", new Calm(Duration.ofHours(2), null, null, null, null));
    asked.put("hour", new Calm(null, 10, null, null, null));
    asked.put("day", new Calm(null, 8, 50, null, null));
    asked.put("night", new Calm(null, 20, null, NIGHT, null));
    asked.put("story", new Calm(null, null, null, null, Duration.ofMinutes(30)));
    asked.put("all", new Calm(Duration.ofHours(1), 5, 60, NIGHT, Duration.ofMinutes(45)));
    asked.put("snoozed", Calm.NONE);
    asked.forEach(
        (id, calm) ->
            put(
                id,
                id.equals("all") ? "port" : "port AND " + id,
                Watch.Severity.MEDIUM,
                calm,
                id.equals("snoozed") ? NOON.plus(Duration.ofHours(30)) : null));
    List<String> ids = List.copyOf(asked.keySet());

    int burst = 10_000;
    Map<String, Integer> matched = new HashMap<>(Map.of("all", burst));
    Random random = new Random(5);
    for (int i = 0; i < burst; i++) {
      // Two days, of which the second quarter holds half of all; some come late.
      long second = i < burst / 2 ? i * 2L : 10_000 + (i - burst / 2) * 32L;
      Instant time = NOON.plusSeconds(second - (random.nextInt(20) == 0 ? 7_000 : 0));
      int speaker = (int) Math.abs(random.nextGaussian() * 40);
      String one = ids.get(random.nextInt(ids.size()));
      if (!one.equals("all")) {
        matched.merge(one, 1, Integer::sum);
      }
      see("b" + i + " " + one, "Speaker " + speaker, "s" + random.nextInt(200), time);
    }
    waitUntil(NOON.plus(Duration.ofDays(4)));

    List<Alert> told = alerts.readValuesToList();
    Map<String, Long> sums = new HashMap<>();
    for (String id : ids) {
      List<Alert> mine = told.stream().filter(a -> a.watch().id().equals(id)).toList();
      Map<String, Long> seen = check(mine, asked.get(id), matched.get(id));
      seen.forEach((outcome, n) -> sums.merge(outcome, n, Long::sum));
    }
    Map<String, Long> counted =
        CalmCounts.outcomes().stream()
            .filter(outcome -> counts.of(outcome) > 0)
            .collect(Collectors.toMap(outcome -> outcome, counts::of));
    assertThat(counted).isEqualTo(sums);
    assertThat(counted.keySet()).containsExactlyInAnyOrderElementsOf(CalmCounts.outcomes());
  }

  /** Counts a watch's outcomes from its records alone, and checks them against one another. */
  private static Map<String, Long> check(List<Alert> told, Calm calm, int matched) {
    Map<String, Long> seen = new TreeMap<>();
    Map<String, Integer> digested = new TreeMap<>();
    Map<String, Alert> last = new HashMap<>();
    for (Alert alert : told) {
      last.put(alert.id(), alert);
      if (alert.digest() != null) {
        seen.merge("digested", (long) alert.digest().count(), Long::sum);
        alert.digest().held().forEach((by, n) -> digested.merge("held-" + by, n, Integer::sum));
        assertThat(alert.grouped()).isEqualTo(alert.digest().count() - 1);
      } else if (alert.update() == 0) {
        Alert.Held held = alert.held();
        seen.merge(held == null ? "rung" : "held-" + held.label(), 1L, Long::sum);
      }
    }
    last.values().stream()
        .filter(a -> a.digest() == null && a.grouped() > 0)
        .forEach(a -> seen.merge("grouped", (long) a.grouped(), Long::sum));
    long decided =
        seen.entrySet().stream()
            .filter(e -> !e.getKey().equals("digested"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(decided).isEqualTo(matched);
    seen.forEach(
        (outcome, n) -> {
          if (outcome.startsWith("held-")) {
            assertThat(digested.get(outcome)).as(outcome).isEqualTo(n.intValue());
          }
        });
    checkTerms(told, calm);
    return seen;
  }

  /** No more rang than the terms allow; each moment taken from the records, not from the book. */
  private static void checkTerms(List<Alert> told, Calm calm) {
    List<Alert> rang = told.stream().filter(a -> a.rings() && a.digest() == null).toList();
    Map<Instant, Integer> hours = new HashMap<>();
    Map<Instant, Integer> days = new HashMap<>();
    Map<String, Instant> spoke = new HashMap<>();
    ZoneId zone = calm.quiet() == null ? ZoneOffset.UTC : calm.quiet().zone();
    for (Alert alert : rang) {
      Instant hour = alert.tally().hour().start();
      hours.merge(hour, 1, Integer::sum);
      days.merge(hour.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant(), 1, Integer::sum);
      if (calm.coolDown() != null) {
        String speaker = alert.sighting().statement().speaker().name();
        Instant before = spoke.put(speaker, alert.rung());
        // What is late is judged by the present: its own time may lie up to that far back.
        assertThat(
                before == null
                    || !alert.rung().isBefore(before.plus(calm.coolDown()).minusSeconds(7_100)))
            .isTrue();
      }
    }
    if (calm.perHour() != null) {
      assertThat(hours.values()).allMatch(n -> n <= calm.perHour());
    }
    if (calm.perDay() != null) {
      assertThat(days.values()).allMatch(n -> n <= calm.perDay());
    }
    if (calm.quiet() != null) {
      List<LocalTime> times = new ArrayList<>();
      told.stream()
          .filter(Alert::rings)
          .forEach(a -> times.add(a.tally().hour().start().atZone(OSLO).toLocalTime()));
      assertThat(times).isNotEmpty().allMatch(t -> t.getHour() < 22 && t.getHour() >= 6);
    }
  }
}
