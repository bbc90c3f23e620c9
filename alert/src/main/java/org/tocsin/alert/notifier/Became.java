package org.tocsin.alert.notifier;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.contract.Alert;

/**
 * What became of an alert's statements, in words: {@code changed (number), 10 Mar 2026, 13:00 Z}.
 */
final class Became {
  private static final int LONGEST_STATEMENT = 2_000;

  private final Function<Instant, String> time;

  /**
   * Words.
   *
   * @param time how a time is told
   */
  Became(Function<Instant, String> time) {
    this.time = time;
  }

  /** In a word or two what a follow-up says: {@code withdrawn}. */
  static String headline(Alert alert) {
    return alert.tells().stream()
        .map(followUp -> followUp.kind().label())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** A line for each: of a follow-up what is new, of an alert what was known as it rang. */
  List<String> lines(Alert alert) {
    List<Alert.FollowUp> told = alert.followsUp() ? alert.tells() : alert.followUps();
    return told.stream().map(this::line).toList();
  }

  private String line(Alert.FollowUp followUp) {
    String fact = followUp.what() == null ? "" : " (" + followUp.what().label() + ")";
    String words =
        followUp.text() == null ? "" : ": “" + Plain.text(followUp.text(), LONGEST_STATEMENT) + "”";
    return followUp.kind().label() + fact + ", " + time.apply(followUp.time()) + words;
  }
}
