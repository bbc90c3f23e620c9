package org.tocsin.alert.calm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;

/**
 * What became of an alert, for the sake of its updates: the value of the store {@code calm-alerts}.
 *
 * @param held what held it back; null where nothing did
 * @param leader id of the alert that tells it: the one of its story that it joined, or, where it
 *     was held back, the digest; null where none does
 * @param alert the alert as it was told last, where others may join it, it is a digest, or it owes
 *     something; null otherwise
 * @param tally how its watch stood as it was decided; null where it joined another
 * @param owed follow-ups of which people have not heard yet: because they sleep, or because the
 *     digest is still to come
 * @param until when it was last touched; forgetting goes by it
 */
public record Kept(
    Alert.@Nullable Held held,
    @Nullable String leader,
    @Nullable Alert alert,
    Alert.@Nullable Tally tally,
    List<Alert.FollowUp> owed,
    Instant until) {
  public Kept {
    owed = owed == null ? List.of() : List.copyOf(owed); // stores of earlier versions have none
  }

  /** One that rang alone or was held back. */
  public static Kept alone(Alert told, Instant now) {
    return new Kept(told.held(), null, null, told.tally(), List.of(), now);
  }

  /** One that joined another. */
  public static Kept part(String leader, Instant now) {
    return new Kept(null, leader, null, null, List.of(), now);
  }

  /** One that others may join, or a digest. */
  public static Kept leader(Alert alert, Instant now) {
    return new Kept(null, null, alert, alert.tally(), List.of(), now);
  }

  /** The same, touched again. */
  public Kept at(Instant now) {
    return now.isAfter(until) ? new Kept(held, leader, alert, tally, owed, now) : this;
  }

  /** The same as it is told now. */
  public Kept as(Alert told) {
    return new Kept(held, leader, told, tally, owed, until);
  }

  /** The same with other debts. */
  public Kept owing(List<Alert.FollowUp> debts) {
    return new Kept(held, leader, alert, tally, debts, until);
  }

  /** One that was held back, after a digest has told it. */
  public Kept toldBy(String digest) {
    return new Kept(held, digest, null, tally, List.of(), until);
  }
}
