package org.tocsin.alert.delivery;

import java.util.List;

/**
 * What is to be sent now.
 *
 * @param parcel one alert, or for a digest all that it is about
 * @param faults of the lane in a row, before this attempt
 * @param forsaken whether the alert before these was given up, and nothing has been taken since
 */
record Attempt(List<Pending> parcel, int faults, boolean forsaken) {
  Attempt {
    parcel = List.copyOf(parcel);
  }

  /** The same for the first so many alerts. */
  Attempt first(int alerts) {
    return alerts >= parcel.size()
        ? this
        : new Attempt(parcel.subList(0, Math.max(1, alerts)), faults, forsaken);
  }
}
