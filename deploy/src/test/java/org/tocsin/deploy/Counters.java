package org.tocsin.deploy;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The article counters of one service, as its metrics show them. */
record Counters(Map<String, Long> values) {
  private static final Pattern ENDED =
      Pattern.compile("tocsin_articles_total\\{outcome=\"([a-z-]+)\",stage=\"[a-z]+\"} ([0-9.E]+)");
  private static final Pattern RECEIVED =
      Pattern.compile("tocsin_articles_received_total\\{stage=\"[a-z]+\"} ([0-9.E]+)");

  static Counters read(String metrics) {
    Map<String, Long> values = new TreeMap<>();
    Matcher ended = ENDED.matcher(metrics);
    while (ended.find()) {
      values.put(ended.group(1), (long) Double.parseDouble(ended.group(2)));
    }
    Matcher received = RECEIVED.matcher(metrics);
    if (received.find()) {
      values.put("received", (long) Double.parseDouble(received.group(1)));
    }
    return new Counters(values);
  }

  /** A counter: {@code received}, or an outcome such as {@code dead-lettered}. */
  long of(String name) {
    return values.getOrDefault(name, 0L);
  }

  /** All that ended, in whichever way. */
  long ended() {
    return values.values().stream().mapToLong(Long::longValue).sum() - of("received");
  }
}
