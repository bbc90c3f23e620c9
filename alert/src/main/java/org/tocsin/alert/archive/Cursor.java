package org.tocsin.alert.archive;

import java.util.regex.Pattern;

/**
 * A place in a list ordered by time, written {@code 1773144000000-9f86d081884c7d65}: the entry
 * before it. What arrives later changes nothing of what follows it.
 *
 * @param time of that entry, in epoch milliseconds
 * @param tie sixty-four bits of its id
 */
public record Cursor(long time, long tie) {
  private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,15}-[0-9a-f]{16}");

  /**
   * Reads a written cursor.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Cursor parse(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      throw new IllegalArgumentException("cursor: take the one that the list before gave as next");
    }
    int dash = written.lastIndexOf('-');
    return new Cursor(
        Long.parseLong(written.substring(0, dash)),
        Long.parseUnsignedLong(written.substring(dash + 1), 16));
  }

  @Override
  public String toString() {
    return String.format("%d-%016x", time, tie);
  }
}
