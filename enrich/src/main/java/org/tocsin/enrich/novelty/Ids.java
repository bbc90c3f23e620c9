package org.tocsin.enrich.novelty;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.tocsin.enrich.sketch.Hashes;

/** Ids of statements are 16 hexadecimal digits, hence numbers; others are kept beside. */
final class Ids {
  private static final Pattern PLAIN = Pattern.compile("[0-9a-f]{16}");

  private Ids() {}

  static boolean isPlain(String id) {
    return PLAIN.matcher(id).matches();
  }

  /** The number that stands for an id: its own value, or a hash of it. */
  static long number(String id) {
    return isPlain(id) ? HexFormat.fromHexDigitsToLong(id) : Hashes.of(id);
  }

  /** The plain id of a number. */
  static String of(long number) {
    return HexFormat.of().toHexDigits(number);
  }
}
