package org.tocsin.alert.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a notifier does.
 *
 * @param failingSince first of the faults in a row; null where the last attempt went well
 * @param faults in a row
 * @param lastFault in words, also when it is over; null where there was none
 */
record Health(
    @Nullable Instant lastDelivered,
    @Nullable Instant failingSince,
    int faults,
    @Nullable String lastFault) {
  static final Health NEW = new Health(null, null, 0, null);

  boolean failing() {
    return failingSince != null;
  }

  Health delivered(Instant now) {
    return new Health(now, null, 0, lastFault);
  }

  /** It took nothing, but what it said was no fault of its own. */
  Health answered() {
    return new Health(lastDelivered, null, 0, lastFault);
  }

  Health failed(Instant now, String fault) {
    Instant since = failingSince == null ? now : failingSince;
    return new Health(lastDelivered, since, faults + 1, fault);
  }
}
