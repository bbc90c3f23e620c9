package org.tocsin.alert.calm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;

/**
 * What became of an alert, for the sake of its updates: the value of the store {@code calm-alerts}.
 *
 * @param held what held it back; null where nothing did
 * @param leader id of the alert of its story that it joined; null where it joined none
 * @param alert the alert as it was told last, where others may join it; null otherwise
 * @param tally how its watch stood as it was decided; null where it joined another
 * @param until when it was last touched; forgetting goes by it
 */
public record Kept(
    Alert.@Nullable Held held,
    @Nullable String leader,
    @Nullable Alert alert,
    Alert.@Nullable Tally tally,
    Instant until) {
  /** One that rang alone or was held back. */
  public static Kept alone(Alert told, Instant now) {
    return new Kept(told.held(), null, null, told.tally(), now);
  }

  /** One that joined another. */
  public static Kept part(String leader, Instant now) {
    return new Kept(null, leader, null, null, now);
  }

  /** One that others may join. */
  public static Kept leader(Alert alert, Instant now) {
    return new Kept(null, null, alert, alert.tally(), now);
  }

  /** The same, touched again. */
  public Kept at(Instant now) {
    return now.isAfter(until) ? new Kept(held, leader, alert, tally, now) : this;
  }
}
