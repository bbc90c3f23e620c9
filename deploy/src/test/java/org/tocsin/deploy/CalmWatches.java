package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Topics;

/**
 * Watches that ring seldom, on a real broker and several instances: what rang, what was held back
 * and what the digests told, from the topic alone, from the counters of all instances together, and
 * from what the receivers got.
 */
final class CalmWatches {
  private static final int EACH = 12;
  private static final int BUDGET = 3;
  private static final int SPEAKERS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern COUNT =
      Pattern.compile("tocsin_alerts_total\\{outcome=\"([a-z-]+)\"} ([0-9.E]+)");

  private final Wire wire;
  private final Journal journal;
  private final List<Integer> ports;

  CalmWatches(Wire wire, Journal journal, List<Integer> ports) {
    this.wire = wire;
    this.journal = journal;
    this.ports = ports;
  }

  /** Lines for a file of watches: one with a budget, one that cools down, one that sleeps. */
  static String lines(Instant now) {
    LocalTime time = LocalTime.ofInstant(now, ZoneOffset.UTC);
    return """
        - {id: calm-hour, query: hourquay, calm: {perHour: %d}}
        - {id: calm-cool, query: coolquay, calm: {coolDown: PT2H}}
        - {id: calm-night, query: nightquay, calm: {quiet: {from: "%s", to: "%s", zone: UTC}}}
        """
        .formatted(BUDGET, time.minusHours(1), time.plusHours(3));
  }

  /** Everything is said within a minute; then a night and half a day pass. */
  void check() throws Exception {
    Map<String, Long> before = counted();
    for (int i = 0; i < EACH; i++) {
      for (String watch : List.of("hour", "cool", "night")) {
        String text = "“The crane of %squay is safe.”".formatted(watch);
        wire.say(watch + "-" + i, text, "Speaker " + i % SPEAKERS, wire.time());
      }
    }
    wire.flush();
    await().atMost(PATIENCE).until(() -> mine(true).size() == 3 * EACH);
    wire.withdraw("night-0", wire.time().plusSeconds(60));
    wire.flush();
    await().atMost(PATIENCE).until(() -> mine(false).size() == 3 * EACH + 1);
    wire.say("day-after", "“Rain.”", "Nobody", wire.time().plus(Duration.ofHours(30)));
    wire.flush();
    await().atMost(PATIENCE).until(() -> digests().size() == 3);
    addUp(before);
  }

  private void addUp(Map<String, Long> before) throws Exception {
    Map<String, Long> seen = new HashMap<>();
    for (Alert alert : mine(true)) {
      Alert.Held held = alert.held();
      seen.merge(held == null ? "rung" : "held-" + held.label(), 1L, Long::sum);
    }
    assertThat(seen)
        .isEqualTo(
            Map.of(
                "rung",
                (long) BUDGET + SPEAKERS,
                "held-budget-hour",
                (long) EACH - BUDGET,
                "held-cool-down",
                (long) EACH - SPEAKERS,
                "held-quiet",
                (long) EACH));
    for (Alert digest : digests().values()) {
      int held = digest.watch().id().equals("calm-hour") ? BUDGET : SPEAKERS;
      int expected = digest.watch().id().equals("calm-night") ? EACH : EACH - held;
      assertThat(told(digest)).isEqualTo(expected);
      assertThat(digest.parts()).hasSize(expected - 1);
      assertThat(digest.followUps()).hasSize(digest.watch().id().equals("calm-night") ? 1 : 0);
    }
    long digested = digests().values().stream().mapToLong(CalmWatches::told).sum();
    seen.put("digested", digested);
    assertThat(digested).isEqualTo(3L * EACH - BUDGET - SPEAKERS);
    Map<String, Long> counted = counted();
    seen.forEach(
        (outcome, n) ->
            assertThat(counted.getOrDefault(outcome, 0L) - before.getOrDefault(outcome, 0L))
                .as("%s by the counters of all instances", outcome)
                .isEqualTo(n));
  }

  /** How many alerts a digest tells. */
  private static int told(Alert digest) {
    return Objects.requireNonNull(digest.digest(), "no digest").count();
  }

  /** The records of these watches that are no digests; on wish only as they were decided. */
  private List<Alert> mine(boolean decided) {
    return journal.values(Topics.ALERTS).stream()
        .filter(a -> a.watch().id().startsWith("calm-") && a.digest() == null)
        .filter(a -> !decided || a.update() == 0)
        .toList();
  }

  private Map<String, Alert> digests() {
    return journal.values(Topics.ALERTS).stream()
        .filter(a -> a.digest() != null && a.rings())
        .collect(Collectors.toMap(a -> a.watch().id(), a -> a));
  }

  private Map<String, Long> counted() throws Exception {
    Map<String, Long> counted = new HashMap<>();
    for (int port : ports) {
      Matcher m = COUNT.matcher(Http.get(port, "/metrics").body());
      while (m.find()) {
        counted.merge(m.group(1), (long) Double.parseDouble(m.group(2)), Long::sum);
      }
    }
    return counted;
  }
}
