package org.tocsin.enrich.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Eight letters of a text looked at together, a byte each in one {@code long}, the first in the
 * lowest: where a plain word ends is found without a step, and a branch gone wrong, for each
 * letter. Bytes above 127 stand for letters that are not plain.
 */
final class EightLetters {
  private static final VarHandle BLOCKS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
  private static final long SMALL = 0x2020202020202020L;
  private static final long EACH = 0x0101010101010101L;

  private EightLetters() {}

  /** The units up to 255, then room for a block; others are question marks here. */
  static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length == text.length()) {
      return Arrays.copyOf(bytes, text.length() + Long.BYTES);
    }
    // A pair of surrogates has become one question mark.
    bytes = new byte[text.length() + Long.BYTES];
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      bytes[i] = (byte) (unit < 256 ? unit : '?');
    }
    return bytes;
  }

  static long at(byte[] text, int from) {
    return (long) BLOCKS.get(text, from);
  }

  /** The highest bit of each byte that is a Latin letter without marks. */
  static long letters(long block) {
    long small = (block | SMALL) & LOW;
    long fromA = small + EACH * (0x80 - 'a');
    long behindZ = small + EACH * (0x80 - 'z' - 1);
    return fromA & ~behindZ & ~block & HIGH;
  }

  /** The highest bit of each byte that is a digit. */
  static long digits(long block) {
    long low = block & LOW;
    long fromZero = low + EACH * (0x80 - '0');
    long behindNine = low + EACH * (0x80 - '9' - 1);
    return fromZero & ~behindNine & ~block & HIGH;
  }

  /**
   * The next byte that may be a quotation mark: a straight one, one above 127, or a question mark,
   * which stands for all others here; the length where there is none.
   */
  static int next(byte[] text, int from, int length) {
    for (int at = from; at < length; at += Long.BYTES) {
      long marks = marks(at(text, at));
      if (marks != 0) {
        return Math.min(length, at + (Long.numberOfTrailingZeros(marks) >>> 3));
      }
    }
    return length;
  }

  /** The highest bit of each byte that may be a quotation mark. */
  private static long marks(long block) {
    long others = others(block, '"') & others(block, '\'') & others(block, '`');
    return (~(others & others(block, '?')) | block) & HIGH;
  }

  /** The highest bit of each byte that is not this one. */
  private static long others(long block, char one) {
    long parted = block ^ EACH * one;
    return ((parted & LOW) + LOW) | parted;
  }

  /** How many bytes from the first on have their bit set. */
  static int leading(long bits) {
    return Long.numberOfTrailingZeros(~bits & HIGH) >>> 3;
  }

  /** The first so many letters, small; the other bytes 0. */
  static long small(long block, int length) {
    return first(block | SMALL, length);
  }

  /** How many capitals are among the first so many bytes. */
  static int capitals(long block, long letters, int length) {
    return Long.bitCount(first(letters & ~(block << 2), length));
  }

  /** The first so many bytes; the others 0. */
  static long first(long bytes, int length) {
    return length == 8 ? bytes : bytes & (1L << (length * 8)) - 1;
  }
}
