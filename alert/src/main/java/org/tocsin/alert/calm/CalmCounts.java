package org.tocsin.alert.calm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;

/**
 * How the alerts of this instance ended since its start. Each alert that is raised is counted once
 * as rung, held back or grouped; what was held back is counted again as digested when it is told.
 */
public final class CalmCounts {
  public static final String RUNG = "rung";
  public static final String GROUPED = "grouped";
  public static final String DIGESTED = "digested";

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /** All outcomes: {@code rung}, {@code held-quiet} … */
  public static List<String> outcomes() {
    return Stream.concat(
            Stream.of(RUNG, GROUPED, DIGESTED),
            Arrays.stream(Alert.Held.values()).map(CalmCounts::outcome))
        .toList();
  }

  private static String outcome(Alert.@Nullable Held held) {
    return held == null ? RUNG : "held-" + held.label();
  }

  /** Counts an alert that rang or was held back. */
  public void decided(Alert.@Nullable Held held) {
    add(outcome(held), 1);
  }

  /** Counts others. */
  public void add(String outcome, int count) {
    counts.computeIfAbsent(outcome, key -> new LongAdder()).add(count);
  }

  /** How many ended so. */
  public long of(String outcome) {
    LongAdder count = counts.get(outcome);
    return count == null ? 0 : count.sum();
  }
}
