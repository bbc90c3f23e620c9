package org.tocsin.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes that tell a Unicode encoding at the start: {@code EF BB BF} for UTF-8. */
enum ByteOrderMark {
  UTF_32BE("UTF-32BE", 4, "\0\0\u00FE\u00FF"),
  UTF_32LE("UTF-32LE", 4, "\u00FF\u00FE\0\0"),
  UTF_8("UTF-8", 3, "\u00EF\u00BB\u00BF"),
  UTF_16BE("UTF-16BE", 2, "\u00FE\u00FF"),
  UTF_16LE("UTF-16LE", 2, "\u00FF\u00FE"),
  /** No mark, but markup that begins in wide characters. */
  BARE_32BE("UTF-32BE", 0, "\0\0\0<"),
  BARE_32LE("UTF-32LE", 0, "<\0\0\0"),
  BARE_16BE("UTF-16BE", 0, "\0<"),
  BARE_16LE("UTF-16LE", 0, "<\0"),
  NONE("UTF-8", 0, "");

  @SuppressWarnings("ImmutableEnumChecker") // The Java platform's charsets are immutable.
  private final Charset charset;

  private final int length;
  private final String pattern;

  ByteOrderMark(String charset, int length, String pattern) {
    this.charset = charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset);
    this.length = length;
    this.pattern = pattern;
  }

  static ByteOrderMark of(byte[] bytes) {
    for (ByteOrderMark mark : values()) {
      if (mark.begins(bytes)) {
        return mark;
      }
    }
    return NONE;
  }

  private boolean begins(byte[] bytes) {
    for (int i = 0; i < pattern.length(); i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != pattern.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  Charset charset() {
    return charset;
  }

  /** Number of bytes to leave out. */
  int length() {
    return length;
  }
}
