package org.tocsin.enrich.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text as numbers, for looking up dictionaries without making a string of each:
 * where a word stands, how it is written, and a 64-bit key of its folded form, so that {@code
 * Kraków} and {@code KRAKOW} have one key. Cuts as {@link Tokens#parts} does, of which it is the
 * fast sibling; two different words share a key once in some ten billion dictionaries.
 *
 * <p>Made once for a text and shared by all who look words up in it. Never changes.
 */
public final class Words {
  private static final byte CAPITAL = 1;
  private static final byte LOUD = 2;
  private static final byte CASELESS = 4;
  private static final byte DOTTED = 8;
  private static final byte SMALL = 16;
  private static final byte NUMBER = 32;

  /** Nothing but one blank parts it from the next word, as is so nearly always. */
  private static final byte SPACED = 64;

  private static final int LONG = 3;
  private static final int WIDEST_GAP = 4;
  private static final int LONGEST_ABBREVIATION = 3;
  private static final int BLOCK = 8;
  private static final int SIEVE = 64;
  private static final long ORDER = 31;
  private static final long SEED = 0x9e3779b97f4a7c15L;

  private final String text;
  private final char[] units;

  /** The units up to 255, then room for a block; others are question marks here. */
  private final byte[] bytes;

  private int[] starts;
  private int[] ends;
  private long[] keys;

  /** Keys with case endings kept, where a word of the text has one; else the same as the keys. */
  private long[] whole;

  private byte[] shapes;
  private int size;
  private int @Nullable [] raised;

  /** How many words are in capitals throughout, at most. */
  private int loud;

  private Words(String text) {
    this.text = text;
    this.units = text.toCharArray();
    this.bytes = EightLetters.bytes(text);
    int expected = text.length() / 5 + 8;
    starts = new int[expected];
    ends = new int[expected];
    keys = new long[expected];
    whole = keys;
    shapes = new byte[expected];
  }

  private Words(Words all, int first) {
    text = all.text;
    units = all.units;
    bytes = all.bytes;
    starts = Arrays.copyOfRange(all.starts, first, all.size);
    ends = Arrays.copyOfRange(all.ends, first, all.size);
    keys = Arrays.copyOfRange(all.keys, first, all.size);
    whole = all.whole == all.keys ? keys : Arrays.copyOfRange(all.whole, first, all.size);
    shapes = Arrays.copyOfRange(all.shapes, first, all.size);
    size = all.size - first;
    loud = all.loud;
  }

  public static Words of(String text) {
    Words words = new Words(text);
    words.read();
    return words;
  }

  /** The key of a single word as it would have in a text. */
  public static long key(String word) {
    Words words = of(word);
    return words.size == 1 ? words.keys[0] : folded(CyrillicEndings.cut(Folding.fold(word)));
  }

  /** The {@linkplain #whole key} of a word that is folded already. */
  public static long folded(String folded) {
    long hash = SEED;
    long packed = 0;
    int bytes = 0;
    for (int i = 0; i < folded.length(); i++) {
      char unit = folded.charAt(i);
      // One byte for plain letters, three with the highest bit set for others.
      for (int shift = unit < 128 ? 0 : 14; shift >= 0; shift -= 7) {
        long piece = unit < 128 ? unit : 128 | (unit >>> shift & 127);
        packed |= piece << (bytes % BLOCK * Byte.SIZE);
        if (++bytes % BLOCK == 0) {
          hash = step(hash, packed);
          packed = 0;
        }
      }
    }
    return packed == 0 ? hash : step(hash, packed);
  }

  /** The words from the first one on that starts at an offset or behind it. */
  public Words from(int offset) {
    int first = 0;
    while (first < size && starts[first] < offset) {
      first++;
    }
    return first == 0 ? this : new Words(this, first);
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

  /** The key of a word with its case ending, which {@link #key} leaves out in Cyrillic. */
  public long whole(int word) {
    return whole[word];
  }

  public String text() {
    return text;
  }

  /** A UTF-16 code unit of the text. */
  public char unit(int offset) {
    return units[offset];
  }

  /** The word as an object, its strings made now. */
  public Token token(int word) {
    String written = text.substring(starts[word], ends[word]);
    return new Token(starts[word], ends[word], written, Folding.fold(written));
  }

  /** The letters from one word to another, the last exclusive. */
  public String between(int from, int to) {
    return text.substring(starts[from], ends[to - 1]);
  }

  /**
   * One number for words from one to another, the last exclusive, and what joins them: the same for
   * {@code Jean-Luc Roth} and {@code JEAN-LUC ROTH}, another one for {@code Jean Luc Roth}.
   */
  public long phrase(int from, int to) {
    long phrase = whole[from];
    for (int i = from + 1; i < to; i++) {
      for (int at = ends[i - 1]; at < starts[i]; at++) {
        char unit = units[at];
        phrase += unit == ' ' || Character.isWhitespace(unit) ? 0 : unit == '\u2019' ? '\'' : unit;
      }
      phrase = step(phrase * ORDER, whole[i]);
    }
    return phrase;
  }

  /** Whether it starts with an upper-case or title-case letter. */
  public boolean capitalised(int word) {
    return (shapes[word] & CAPITAL) != 0;
  }

  /** 1 where it starts with an upper-case or title-case letter, 0 where not. */
  public int capitals(int word) {
    return shapes[word] & CAPITAL;
  }

  /** Whether it has two letters or more and all of them are upper case. */
  public boolean allCapitals(int word) {
    return (shapes[word] & LOUD) != 0;
  }

  /** Whether it starts with a lower-case letter. */
  public boolean small(int word) {
    return (shapes[word] & SMALL) != 0;
  }

  /** Whether it starts with a digit. */
  public boolean number(int word) {
    return (shapes[word] & NUMBER) != 0;
  }

  /** Whether most words are in capitals throughout, so that capitals say nothing. */
  public boolean shouting() {
    return mostlyLoud(LONG, (byte) 0, 3, 5);
  }

  /**
   * Whether words in capitals throughout are most of those that have some letters and are no
   * numbers.
   *
   * @param letters that a word must have to say something
   * @param enough how many such words there must be
   * @param tenths of them that must be exceeded
   */
  public boolean mostlyLoud(int letters, int enough, int tenths) {
    return mostlyLoud(letters, NUMBER, enough, tenths);
  }

  private boolean mostlyLoud(int letters, byte without, int enough, int tenths) {
    int all = 0;
    int found = 0;
    for (int i = 0; i < size; i++) {
      if (ends[i] - starts[i] >= letters && (shapes[i] & without) == 0) {
        found += (shapes[i] & LOUD) != 0 ? 1 : 0;
        if (++all * tenths >= loud * 10) {
          return false; // nearly always after a few words
        }
      }
    }
    return all >= enough && found * 10 > all * tenths;
  }

  /**
   * The places of words that do not start with a small letter, in order: capitals, numbers, scripts
   * without capitals. Names are found by looking at these alone, most words of a text being small.
   */
  public int[] raised() {
    int[] known = raised;
    if (known == null) {
      known = new int[size];
      int found = 0;
      for (int i = 0; i < size; i++) {
        known[found] = i;
        found += (shapes[i] & SMALL) == 0 ? 1 : 0;
      }
      known = Arrays.copyOf(known, found);
      raised = known;
    }
    return known;
  }

  /** The {@linkplain #whole keys} of words that stand both small and otherwise in this text. */
  public KeySet inBothCases() {
    long[] others = new long[SIEVE];
    long[] all = whole;
    byte[] written = shapes;
    for (int i : raised()) {
      others[(int) (all[i] >>> 40) & SIEVE - 1] |= 1L << all[i];
    }
    KeySet both = KeySet.ofAtMost(SIEVE);
    for (int i = 0; i < size; i++) {
      boolean other = (others[(int) (all[i] >>> 40) & SIEVE - 1] & 1L << all[i]) != 0;
      if (other && (written[i] & SMALL) != 0) {
        both.add(all[i]);
      }
    }
    return both;
  }

  /** Whether its script has no capitals. */
  public boolean caseless(int word) {
    return (shapes[word] & CASELESS) != 0;
  }

  /** Whether it is an abbreviation with dots inside: {@code U.S.} */
  public boolean dotted(int word) {
    return (shapes[word] & DOTTED) != 0;
  }

  /** Whether one blank and nothing else parts a word from the next; false for the last one. */
  public boolean spaced(int word) {
    return (shapes[word] & SPACED) != 0;
  }

  /** Whether nothing but one blank stands between this word and the next one. */
  public boolean touchesNext(int word) {
    if (spaced(word)) {
      return true;
    }
    if (word + 1 >= size) {
      return false;
    }
    int gap = starts[word + 1] - ends[word];
    char unit = units[ends[word]];
    return gap == 0
        || (gap == 1 && (unit == ' ' || unit == '\u00a0'))
        || (gap == 2 && unit == '.' && ends[word] - starts[word] <= 3);
  }

  /**
   * Whether a word and its neighbour may belong to one phrase: parted by a blank, a line break or a
   * hyphen, no sentence or paragraph ends in between.
   */
  public boolean joined(int word) {
    int from = ends[word];
    int to = starts[word + 1];
    return spaced(word) || to == from || (to - from <= WIDEST_GAP && joined(word, from, to));
  }

  private boolean joined(int word, int from, int to) {
    int blanksOnLine = 0;
    boolean newLine = false;
    for (int i = from; i < to; i++) {
      char unit = units[i];
      if (unit == '\n' || unit == '\r') {
        if (newLine && unit == '\n' && units[i - 1] != '\r') {
          return false;
        }
        newLine = true;
        blanksOnLine = 0;
      } else if (Character.isWhitespace(unit) || unit == '\u00a0') {
        blanksOnLine++;
      } else if (!joiner(unit)
          && !(unit == '.' && ends[word] - starts[word] <= LONGEST_ABBREVIATION)) {
        return false;
      }
    }
    return !newLine || blanksOnLine < 2;
  }

  private static boolean joiner(char unit) {
    return unit == '&' || Letters.hyphen(unit) || Letters.apostrophe(unit);
  }

  private void read() {
    int at = 0;
    while (at < units.length) {
      char unit = units[at];
      if (unit == ' ') {
        at++;
      } else if (plain(unit)) {
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
    return unit < 128 && Letters.inWord(unit);
  }

  /** A word of plain Latin letters; anything else is left to the thorough way. */
  private int readPlain(int start) {
    int at = start;
    int capitals = 0;
    long hash = SEED;
    int length = BLOCK;
    while (length == BLOCK) {
      long block = EightLetters.at(bytes, at);
      long letters = EightLetters.letters(block);
      length = EightLetters.leading(letters | EightLetters.digits(block));
      capitals += EightLetters.capitals(block, letters, length);
      hash = length == 0 ? hash : step(hash, EightLetters.small(block, length));
      at += length;
    }
    if (at < units.length && units[at] != ' ' && intricate(start, at)) {
      return readStrange(start);
    }
    char first = units[start];
    int shape = first <= '9' ? NUMBER : first <= 'Z' ? CAPITAL : SMALL;
    add(start, at, hash, (byte) (capitals > 1 && loud(start, at) ? shape | LOUD : shape));
    return at;
  }

  private boolean loud(int start, int end) {
    for (int i = start; i < end; i++) {
      if (units[i] >= 'a') {
        return false;
      }
    }
    return true;
  }

  private boolean intricate(int start, int at) {
    char stop = units[at];
    if (stop >= 128) {
      return Letters.inWord(text.codePointAt(at));
    }
    boolean mark = stop == '.' || stop == ',';
    return mark
        && at + 1 < units.length
        && (plain(units[at + 1]) || units[at + 1] >= 128)
        && (at - start == 1 || Character.isDigit(units[at - 1]));
  }

  private int readStrange(int start) {
    int simple = readMarked(start);
    return simple > 0 ? simple : readThoroughly(start);
  }

  /** A word of Latin letters, some with marks: {@code Kraków}; 0 where there is more to it. */
  private int readMarked(int start) {
    long hash = SEED;
    long packed = 0;
    int bytes = 0;
    int at = start;
    for (; at < units.length; at++) {
      char letter = Folding.letter(units[at]);
      if (letter == 0) {
        break;
      }
      // One byte for plain letters, three for others, as in folded(String).
      for (int shift = letter < 128 ? 0 : 14; shift >= 0; shift -= 7) {
        long piece = letter < 128 ? letter : 128 | (letter >>> shift & 127);
        packed |= piece << (bytes % BLOCK * Byte.SIZE);
        if (++bytes % BLOCK == 0) {
          hash = step(hash, packed);
          packed = 0;
        }
      }
    }
    if (at == start || (at < units.length && !ends(start, at))) {
      return 0;
    }
    add(start, at, packed == 0 ? hash : step(hash, packed), shape(start, at));
    return at;
  }

  /** Whether a word certainly ends before an offset. */
  private boolean ends(int start, int at) {
    char unit = units[at];
    boolean abbreviated = unit == '.' && at - start == 1;
    return unit < 128 && !Letters.inWord(unit) && unit != ',' && !abbreviated;
  }

  private int readThoroughly(int start) {
    int end = Tokens.endOfPart(text, start);
    String folded = Folding.fold(text.substring(start, end));
    String stem = CyrillicEndings.cut(folded);
    long key = folded(stem);
    long full = stem.length() == folded.length() ? key : folded(folded);
    if (full != key && whole == keys) {
      whole = keys.clone();
    }
    add(start, end, key, shape(start, end));
    whole[size - 1] = full;
    return end;
  }

  private byte shape(int start, int end) {
    int first = text.codePointAt(start);
    boolean upper = Character.isUpperCase(first) || Character.isTitleCase(first);
    boolean small = Character.isLowerCase(first);
    int letters = 0;
    boolean loud = true;
    boolean dotted = false;
    for (int i = start; i < end; i++) {
      char unit = units[i];
      dotted |= unit == '.';
      if (Character.isLetter(unit)) {
        letters++;
        loud &= Character.isUpperCase(unit);
      }
    }
    int script = upper ? CAPITAL : small ? SMALL : CASELESS;
    int number = Character.isDigit(first) ? NUMBER : 0;
    int capitals = loud && letters > 1 ? LOUD : 0;
    return (byte) (script | number | capitals | (dotted ? DOTTED : 0));
  }

  /** Takes in up to eight letters; what is as short has a key of its own for sure. */
  private static long step(long hash, long packed) {
    long mixed = (hash ^ packed) * 0xd6e8feb86659fd93L;
    mixed = (mixed ^ (mixed >>> 32)) * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 32);
  }

  private void add(int start, int end, long key, byte shape) {
    if (size == starts.length) {
      grow();
    }
    if (size > 0 && start == ends[size - 1] + 1 && units[start - 1] == ' ') {
      shapes[size - 1] |= SPACED;
    }
    starts[size] = start;
    ends[size] = end;
    keys[size] = key;
    whole[size] = key;
    shapes[size++] = shape;
    loud += (shape & LOUD) != 0 ? 1 : 0;
  }

  private void grow() {
    int more = size + size / 2 + 8;
    boolean one = whole == keys;
    starts = Arrays.copyOf(starts, more);
    ends = Arrays.copyOf(ends, more);
    keys = Arrays.copyOf(keys, more);
    whole = one ? keys : Arrays.copyOf(whole, more);
    shapes = Arrays.copyOf(shapes, more);
  }
}
