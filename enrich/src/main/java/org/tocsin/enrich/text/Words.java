package org.tocsin.enrich.text;

import java.util.Arrays;

/**
 * The words of a text as numbers, for looking up dictionaries without making a string of each:
 * where a word stands, how it is written, and a 64-bit key of its folded form, so that {@code
 * Kraków} and {@code KRAKOW} have one key. Cuts as {@link Tokens#parts} does, of which it is the
 * fast sibling; two different words share a key once in some ten billion dictionaries.
 */
public final class Words {
  private static final byte CAPITAL = 1;
  private static final byte LOUD = 2;
  private static final byte CASELESS = 4;
  private static final byte DOTTED = 8;
  private static final long SEED = 0x9e3779b97f4a7c15L;

  private final String text;
  private final char[] units;
  private int[] starts;
  private int[] ends;
  private long[] keys;
  private byte[] shapes;
  private int size;
  private int longWords;
  private int loudWords;

  private Words(String text) {
    this.text = text;
    this.units = text.toCharArray();
    int expected = text.length() / 5 + 8;
    starts = new int[expected];
    ends = new int[expected];
    keys = new long[expected];
    shapes = new byte[expected];
  }

  public static Words of(String text) {
    Words words = new Words(text);
    words.read();
    return words;
  }

  /** The key of a single word as it would have in a text. */
  public static long key(String word) {
    Words words = of(word);
    return words.size == 1 ? words.keys[0] : mix(words.fold(0, word.length()));
  }

  public int size() {
    return size;
  }

  public int start(int word) {
    return starts[word];
  }

  public int end(int word) {
    return ends[word];
  }

  public long key(int word) {
    return keys[word];
  }

  public String text() {
    return text;
  }

  /** The letters from one word to another, the last exclusive. */
  public String between(int from, int to) {
    return text.substring(starts[from], ends[to - 1]);
  }

  /** Whether it starts with an upper-case or title-case letter. */
  public boolean capitalised(int word) {
    return (shapes[word] & CAPITAL) != 0;
  }

  /** Whether it has two letters or more and all of them are upper case. */
  public boolean allCapitals(int word) {
    return (shapes[word] & LOUD) != 0;
  }

  /** Whether most words are in capitals throughout, so that capitals say nothing. */
  public boolean shouting() {
    return longWords >= 3 && loudWords * 2 > longWords;
  }

  /** Whether its script has no capitals. */
  public boolean caseless(int word) {
    return (shapes[word] & CASELESS) != 0;
  }

  /** Whether it is an abbreviation with dots inside: {@code U.S.} */
  public boolean dotted(int word) {
    return (shapes[word] & DOTTED) != 0;
  }

  /** Whether nothing but one blank stands between this word and the next one. */
  public boolean touchesNext(int word) {
    if (word + 1 >= size) {
      return false;
    }
    int gap = starts[word + 1] - ends[word];
    char unit = text.charAt(ends[word]);
    return gap == 0
        || (gap == 1 && (unit == ' ' || unit == '\u00a0'))
        || (gap == 2 && unit == '.' && ends[word] - starts[word] <= 3);
  }

  private void read() {
    int at = 0;
    while (at < units.length) {
      char unit = units[at];
      if (plain(unit)) {
        at = readPlain(at);
      } else if (unit < 128) {
        at++;
      } else {
        int point = text.codePointAt(at);
        at = Letters.inWord(point) ? readStrange(at) : at + Character.charCount(point);
      }
    }
  }

  private static boolean plain(char unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9');
  }

  /** A word of plain Latin letters; anything else is left to the thorough way. */
  private int readPlain(int start) {
    int at = start;
    int capitals = 0;
    long hash = SEED;
    while (at < units.length) {
      char unit = units[at];
      if (unit >= 'A' && unit <= 'Z') {
        capitals++;
        unit = (char) (unit + 32);
      } else if (!((unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9'))) {
        break;
      }
      hash = step(hash, unit);
      at++;
    }
    if (at < units.length && units[at] != ' ' && intricate(start, at)) {
      return readStrange(start);
    }
    boolean loud = capitals > 1 && capitals == at - start;
    boolean capital = capitals > 0 && units[start] <= 'Z' && units[start] >= 'A';
    add(start, at, mix(hash), (byte) ((capital ? CAPITAL : 0) | (loud ? LOUD : 0)));
    return at;
  }

  private boolean intricate(int start, int at) {
    char stop = text.charAt(at);
    if (stop >= 128) {
      return Letters.inWord(text.codePointAt(at));
    }
    boolean mark = stop == '.' || stop == ',';
    return mark
        && at + 1 < text.length()
        && plain(text.charAt(at + 1))
        && (at - start == 1 || Character.isDigit(text.charAt(at - 1)));
  }

  private int readStrange(int start) {
    int end = Tokens.endOfPart(text, start);
    add(start, end, mix(fold(start, end)), shape(start, end));
    return end;
  }

  private byte shape(int start, int end) {
    int first = text.codePointAt(start);
    boolean upper = Character.isUpperCase(first) || Character.isTitleCase(first);
    if (!upper && !Character.isLowerCase(first)) {
      return CASELESS;
    }
    int letters = 0;
    boolean loud = true;
    boolean dotted = false;
    for (int i = start; i < end; i++) {
      char unit = text.charAt(i);
      dotted |= unit == '.';
      if (Character.isLetter(unit)) {
        letters++;
        loud &= Character.isUpperCase(unit);
      }
    }
    return (byte)
        ((upper ? CAPITAL : 0) | (loud && letters > 1 ? LOUD : 0) | (dotted ? DOTTED : 0));
  }

  private long fold(int start, int end) {
    String folded = CyrillicEndings.cut(Folding.fold(text.substring(start, end)));
    long hash = SEED;
    for (int i = 0; i < folded.length(); i++) {
      hash = step(hash, folded.charAt(i));
    }
    return hash;
  }

  private static long step(long hash, char unit) {
    return (hash ^ unit) * 0x100000001b3L + 0x632be5abL;
  }

  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return mixed ^ (mixed >>> 32);
  }

  private void add(int start, int end, long key, byte shape) {
    if (size == starts.length) {
      int more = size + size / 2 + 8;
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
      keys = Arrays.copyOf(keys, more);
      shapes = Arrays.copyOf(shapes, more);
    }
    starts[size] = start;
    ends[size] = end;
    keys[size] = key;
    shapes[size++] = shape;
    if (end - start > 2) {
      longWords++;
      loudWords += (shape & LOUD) != 0 ? 1 : 0;
    }
  }
}
