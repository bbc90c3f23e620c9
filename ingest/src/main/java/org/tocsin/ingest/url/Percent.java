package org.tocsin.ingest.url;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding in its normal form (RFC 3986, 6.2.2): {@code %7euser} and {@code ~user} become
 * the same {@code ~user}, {@code %c3%a9} and {@code é} the same {@code %C3%A9}.
 */
final class Percent {
  private static final String UNRESERVED = "-._~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Percent() {}

  /**
   * Brings text to normal form.
   *
   * @param allowed reserved characters that may stand as they are in this part of an address
   */
  static String normalise(String text, String allowed) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int escaped = bytes[i] == '%' ? escapedAt(bytes, i) : -1;
      if (escaped >= 0) {
        i += 2;
        append(out, escaped, "");
      } else {
        append(out, bytes[i] & 0xff, allowed);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int octet, String allowed) {
    if (unreserved(octet) || allowed.indexOf(octet) >= 0) {
      out.append((char) octet);
    } else {
      out.append('%').append(HEX.toHexDigits((byte) octet));
    }
  }

  private static boolean unreserved(int octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || UNRESERVED.indexOf(octet) >= 0;
  }

  /** The octet that {@code %XX} at i stands for; -1 where these are not two hex digits. */
  private static int escapedAt(byte[] bytes, int i) {
    if (i + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[i + 1], 16);
    int low = Character.digit(bytes[i + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
