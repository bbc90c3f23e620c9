package org.tocsin.service.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Slows those who try tokens: an address has ten wrong ones, and one more every five seconds. What
 * was right from that address before stays right, so that one misled program behind a proxy does
 * not lock out the people behind it.
 */
final class SignInBrake {
  private static final int FREE = 10;
  private static final Duration ONE_MORE = Duration.ofSeconds(5);
  private static final int REMEMBERED = 10_000;

  /** The moment at which an address has all its tries again; absent where it has. */
  private final Map<String, Instant> whole = bounded();

  private final Set<String> good = Collections.newSetFromMap(bounded());

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  /** How long an address is to wait before it shows this token; zero where it may at once. */
  synchronized Duration pause(String address, Digest token, Instant now) {
    Instant full = whole.get(address);
    if (full == null || good.contains(address + " " + token.hex())) {
      return Duration.ZERO;
    }
    Duration owed = Duration.between(now, full).minus(ONE_MORE.multipliedBy(FREE - 1));
    return owed.isNegative() ? Duration.ZERO : owed.plusMillis(1);
  }

  /** Notes a wrong token. */
  synchronized void wrong(String address, Instant now) {
    Instant full = whole.get(address);
    whole.put(address, (full == null || full.isBefore(now) ? now : full).plus(ONE_MORE));
  }

  /** Notes a right one. */
  synchronized void right(String address, Digest token) {
    good.add(address + " " + token.hex());
  }
}
