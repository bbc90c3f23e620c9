package org.tocsin.alert.calm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What time it is, by the articles alone. Two clocks have to agree: that of an outlet with ours,
 * where an article was taken in soon after it was published; else, as in a replay of old files,
 * those of half the outlets heard lately. So no outlet can move the time by being ahead, however
 * many do so, and none can hold it up by falling silent.
 *
 * @param outlets heard last, the latest last; each once, with the furthest time of its articles
 * @param articles how many have moved on the time of their outlet
 * @param vouched the latest time on which an outlet's clock and ours agreed; null where none did
 * @param told the last moment that was told to those who wait for it
 */
public record Present(List<Seen> outlets, long articles, @Nullable Instant vouched, Instant told) {
  /** An article taken in so soon after its time says how late it is now. */
  private static final Duration SOON = Duration.ofHours(2);

  /** Articles before which the outlets are not believed: the first may be the one that errs. */
  private static final int FIRST = 3;

  /** Outlets asked for the time. */
  private static final int WITNESSES = 15;

  /** An outlet missing for so many rounds, each an article of every outlet, is silent. */
  private static final int ROUNDS = 4;

  /** Before anything was seen. */
  public static final Present UNKNOWN = new Present(List.of(), 0, null, Instant.EPOCH);

  /**
   * How far an outlet has come.
   *
   * @param article the number of its article that moved its time
   */
  public record Seen(String outlet, Instant time, long article) {}

  public Present {
    outlets = outlets == null ? List.of() : List.copyOf(outlets); // earlier versions had others
  }

  /**
   * After a live article of an outlet.
   *
   * @param time no later than its reception
   * @param received when it was taken in; null where nobody noted it
   */
  public Present seeing(String outlet, Instant time, @Nullable Instant received) {
    Seen known = outlets.stream().filter(s -> s.outlet().equals(outlet)).findFirst().orElse(null);
    if (known != null && !time.isAfter(known.time())) {
      return this;
    }
    List<Seen> after = new ArrayList<>(outlets);
    after.remove(known);
    after.add(new Seen(outlet, time, articles + 1));
    long silent = articles + 1 - (long) ROUNDS * after.size();
    after.removeIf(seen -> seen.article() <= silent);
    int from = Math.max(0, after.size() - WITNESSES);
    boolean soon = received != null && !received.isAfter(time.plus(SOON));
    return new Present(
        after.subList(from, after.size()), articles + 1, soon ? later(time) : vouched, told);
  }

  private Instant later(Instant time) {
    return vouched != null && vouched.isAfter(time) ? vouched : time;
  }

  /** The time; long ago where it is not known. */
  public Instant time() {
    Instant agreed = agreed();
    return vouched != null && vouched.isAfter(agreed) ? vouched : agreed;
  }

  /** The latest time that at least half the outlets have reached. */
  private Instant agreed() {
    if (articles < FIRST) {
      return Instant.EPOCH;
    }
    List<Instant> times =
        outlets.stream().map(Seen::time).sorted(Comparator.naturalOrder()).toList();
    return times.get((times.size() - 1) / 2);
  }

  /** After the time was told. */
  public Present telling(Instant moment) {
    return new Present(outlets, articles, vouched, moment);
  }
}
