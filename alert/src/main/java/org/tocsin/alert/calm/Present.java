package org.tocsin.alert.calm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What time it is, by the articles alone: the latest time that three outlets have reached, so that
 * one or two whose clocks are ahead do not end everybody's night. Where fewer are known, all of
 * them must have reached it.
 *
 * @param latest the times of the three outlets that are furthest, the furthest first
 * @param told the last moment that was told to those who wait for it
 */
public record Present(List<Seen> latest, Instant told) {
  private static final int WITNESSES = 3;

  /** Before anything was seen. */
  public static final Present UNKNOWN = new Present(List.of(), Instant.EPOCH);

  /** How far an outlet has come. */
  public record Seen(String outlet, Instant time) {}

  public Present {
    latest = List.copyOf(latest);
  }

  /** After a live article of an outlet. */
  public Present seeing(String outlet, Instant time) {
    List<Seen> after = new ArrayList<>(latest);
    Seen known = after.stream().filter(s -> s.outlet().equals(outlet)).findFirst().orElse(null);
    if (known != null && !time.isAfter(known.time())) {
      return this;
    }
    after.remove(known);
    after.add(new Seen(outlet, time));
    after.sort(Comparator.comparing(Seen::time).reversed());
    return new Present(after.subList(0, Math.min(WITNESSES, after.size())), told);
  }

  /** The time; long ago where nothing was seen. */
  public Instant time() {
    return latest.isEmpty() ? Instant.EPOCH : latest.get(latest.size() - 1).time();
  }

  /** After the time was told. */
  public Present telling(Instant moment) {
    return new Present(latest, moment);
  }
}
