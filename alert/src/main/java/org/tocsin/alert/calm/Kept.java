package org.tocsin.alert.calm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;

/**
 * What became of an alert, for the sake of its updates: the value of the store {@code calm-alerts}.
 * Exactly one of the three is there.
 *
 * @param held what held it back
 * @param leader id of the alert of its story that it joined
 * @param alert the alert as it was told last, where others may join it
 * @param until when it was last touched; forgetting goes by it
 */
public record Kept(
    Alert.@Nullable Held held, @Nullable String leader, @Nullable Alert alert, Instant until) {
  /** One that was held back. */
  public static Kept held(Alert.Held by, Instant now) {
    return new Kept(by, null, null, now);
  }

  /** One that joined another. */
  public static Kept part(String leader, Instant now) {
    return new Kept(null, leader, null, now);
  }

  /** One that others may join. */
  public static Kept leader(Alert alert, Instant now) {
    return new Kept(null, null, alert, now);
  }

  /** The same, touched again. */
  public Kept at(Instant now) {
    return now.isAfter(until) ? new Kept(held, leader, alert, now) : this;
  }
}
