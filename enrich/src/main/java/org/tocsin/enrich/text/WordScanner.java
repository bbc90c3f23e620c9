package org.tocsin.enrich.text;

/**
 * Goes from word to word of a text, the words being those of {@link Tokens#words}, without making
 * an object for each: {@code "Kraków won't"} gives [0, 6), then [7, 12).
 */
public final class WordScanner {
  private static final int BLOCK = 8;
  private static final int LETTERS = 26;

  /** The bit that parts small letters from capitals. */
  private static final int CASE = 0x20;

  private static final long ODD = 0x9e3779b97f4a7c15L;

  private final String text;
  private final byte[] bytes;
  private final Tokens thorough;
  private int start;
  private int end;
  private long packed;
  private long hash;

  public WordScanner(String text) {
    this.text = text;
    this.bytes = EightLetters.bytes(text);
    this.thorough = Tokens.inWords(text);
  }

  /** Goes on to the next word; false where there is none. */
  public boolean next() {
    start = end;
    int unit = bytes[start];
    while (unit > 0 && unit != '?' && !plain(unit)) {
      unit = bytes[++start];
    }
    start = plain(unit) ? start : thorough.next(start);
    if (start == text.length()) {
      return false;
    }
    end = plainEnd();
    if (end < 0) {
      end = thorough.endOf(start);
      packed = pack(text, start, end);
      hash = packed == 0 ? text.substring(start, end).hashCode() : packed;
    }
    return true;
  }

  /** A Latin letter or a digit. */
  private static boolean plain(int unit) {
    return Integer.compareUnsigned((unit | CASE) - 'a', LETTERS) < 0
        || (unit >= '0' && unit <= '9');
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  /** The word as one number, see {@link #pack}. */
  public long packed() {
    return packed;
  }

  /** A number for the word as it is written that others may have too. */
  public long hash() {
    return hash;
  }

  /**
   * The letters of a word of up to eight letters, all of them Latin-1, as one number that no other
   * word has; 0 for other words.
   */
  public static long pack(String text, int start, int end) {
    long packed = 0;
    if (end - start <= BLOCK) {
      for (int at = end - 1; at >= start; at--) {
        char unit = text.charAt(at);
        if (unit > 0xff) {
          return 0;
        }
        packed = packed << Byte.SIZE | unit;
      }
    }
    return packed;
  }

  /** The end of a word of plain letters; −1 where only the thorough way can tell. */
  private int plainEnd() {
    long block = EightLetters.at(bytes, start);
    int length = EightLetters.leading(EightLetters.plain(block));
    packed = EightLetters.first(block, length);
    hash = packed;
    int at = start + length;
    while (length == BLOCK) {
      block = EightLetters.at(bytes, at);
      length = EightLetters.leading(EightLetters.plain(block));
      at += length;
      hash = hash * ODD + EightLetters.first(block, length);
      packed = length == 0 ? packed : 0;
    }
    return at > start && closed(at) ? at : -1;
  }

  /** Whether what stands behind plain letters joins them to nothing. */
  private boolean closed(int at) {
    if (bytes[at] == ' ' || at == text.length()) {
      return true;
    }
    char stop = text.charAt(at);
    if (stop == '.' || stop == ',') {
      char behind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      return at - start > 1 && behind < 128 && !Letters.inWord(behind);
    }
    return stop < 128 && stop != '\'' && stop != '-';
  }
}
