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
    return Arrays.copyOf(units(text), text.length() + Long.BYTES);
  }

  /** The units up to 255; others are question marks here. */
  static byte[] units(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length == text.length() ? bytes : paired(text);
  }

  /** The same where a pair of surrogates would become one question mark. */
  private static byte[] paired(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char unit = text.charAt(i);
      bytes[i] = (byte) (unit < 256 ? unit : '?');
    }
    return bytes;
  }

  /** Eight bytes; zeros where the text has ended. */
  static long at(byte[] text, int from) {
    return from + Long.BYTES <= text.length ? inside(text, from) : last(text, from);
  }

  /** Eight bytes that are all there. */
  static long inside(byte[] text, int from) {
    return (long) BLOCKS.get(text, from);
  }

  /** The last bytes, less than eight; zeros behind them. */
  static long last(byte[] text, int from) {
    int behind = from + Long.BYTES - text.length;
    if (behind < Long.BYTES && text.length >= Long.BYTES) {
      return (long) BLOCKS.get(text, text.length - Long.BYTES) >>> (behind * Byte.SIZE);
    }
    long block = 0;
    for (int i = text.length - 1; i >= from; i--) {
      block = block << Byte.SIZE | (text[i] & 0xff);
    }
    return block;
  }

  /** Sets bytes from a place on, eight or as many as there are. */
  static void put(byte[] bytes, int from, long eight) {
    if (from + Long.BYTES <= bytes.length) {
      BLOCKS.set(bytes, from, eight);
      return;
    }
    for (int i = from; i < bytes.length; i++) {
      bytes[i] = (byte) (eight >>> ((i - from) * Byte.SIZE));
    }
  }

  /** In each byte a number where it has a bit, 0 where not. */
  static long where(long bytes, byte bit, byte number) {
    return (bytes >>> Integer.numberOfTrailingZeros(bit) & EACH) * number;
  }

  /** The highest bit of each byte that is a Latin letter without marks or a digit. */
  static long plain(long block) {
    long low = block & LOW;
    long small = low | SMALL;
    // Of two sums, the first reaches the bit from the first letter on, the other behind the last.
    long letters = (small + EACH * (0x80 - 'a')) ^ (small + EACH * (0x80 - 'z' - 1));
    long digits = (low + EACH * (0x80 - '0')) ^ (low + EACH * (0x80 - '9' - 1));
    return (letters | digits) & ~block & HIGH;
  }

  /** The highest bit of each byte above 127, and of question marks, which stand for others. */
  static long odd(long block) {
    long low = block & LOW;
    return (block | ((low + EACH) & ~low) << 1) & HIGH; // only '?' reaches a new bit by adding one
  }

  /** The highest bit of each byte above 127; 0 where there is none. */
  static long beyond(long block) {
    return block & HIGH;
  }

  /**
   * A bit for each of eight bytes that has at least one of these bits, the first one's the lowest.
   */
  static long any(long bytes, byte bits) {
    long some = bytes & EACH * (bits & 0xff);
    return gathered((((some & LOW) + LOW) | some) & HIGH);
  }

  /** The highest bits of eight bytes as the bits of one. */
  static long gathered(long highest) {
    return (highest * 0x0002040810204081L) >>> 56;
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

  /** The first so many letters, at least one, small; the other bytes 0. */
  static long small(long block, int length) {
    return (block | SMALL) & (-1L >>> (-length * Byte.SIZE));
  }

  /** The first so many bytes; the others 0. */
  static long first(long bytes, int length) {
    return length == 8 ? bytes : bytes & (1L << (length * 8)) - 1;
  }
}
