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
  static final byte CAPITAL = 1;
  static final byte LOUD = 2;
  static final byte CASELESS = 4;
  static final byte DOTTED = 8;
  static final byte SMALL = 16;
  static final byte NUMBER = 32;

  /** Nothing but one blank parts it from the next word, as is so nearly always. */
  static final byte SPACED = 64;

  private static final int LONG = 3;
  private static final int WIDEST_GAP = 4;
  private static final int LONGEST_ABBREVIATION = 3;
  private static final int BLOCK = 8;
  private static final int SIEVE = 64;
  private static final long ORDER = 31;
  static final long SEED = 0x9e3779b97f4a7c15L;

  private final String text;

  /** Where words start and end in turn. */
  private final int[] edges;

  private final long[] keys;

  /** Keys with case endings kept, where a word of the text has one; else the same as the keys. */
  private final long[] whole;

  private final byte[] shapes;

  /** Where the words begin in these arrays, which the rest of a text shares with all of it. */
  private final int first;

  private final int size;

  /** How many words are in capitals throughout, at most. */
  private final int loud;

  private int @Nullable [] raised;

  private Words(WordReader reader) {
    text = reader.text;
    edges = reader.edges;
    keys = reader.keys;
    whole = reader.whole;
    shapes = reader.shapes;
    first = 0;
    size = reader.size;
    loud = reader.loud;
  }

  private Words(Words all, int from, int to) {
    text = all.text;
    edges = all.edges;
    keys = all.keys;
    whole = all.whole;
    shapes = all.shapes;
    first = all.first + from;
    size = to - from;
    loud = all.loud;
  }

  public static Words of(String text) {
    WordReader reader = new WordReader(text);
    reader.read();
    return new Words(reader);
  }

  /** The key of a single word as it would have in a text. */
  public static long key(String word) {
    Words words = of(word);
    return words.size == 1 ? words.key(0) : folded(CyrillicEndings.cut(Folding.fold(word)));
  }

  /** The {@linkplain #whole key} of a word that is folded already. */
  public static long folded(String folded) {
    return folded(folded.toCharArray(), folded.length());
  }

  /** The same of its first letters. */
  static long folded(char[] folded, int letters) {
    long hash = SEED;
    long packed = 0;
    int bytes = 0;
    for (int i = 0; i < letters; i++) {
      char unit = folded[i];
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
    int skipped = 0;
    while (skipped < size && start(skipped) < offset) {
      skipped++;
    }
    if (skipped == 0) {
      return this;
    }
    Words rest = slice(skipped, size);
    rest.raised = behind(skipped, raised());
    return rest;
  }

  /** The words from one to another, the last exclusive; their places stay those in the text. */
  public Words slice(int from, int to) {
    return new Words(this, from, to);
  }

  private static int[] behind(int skipped, int[] places) {
    int from = 0;
    while (from < places.length && places[from] < skipped) {
      from++;
    }
    int[] behind = Arrays.copyOfRange(places, from, places.length);
    for (int i = 0; i < behind.length; i++) {
      behind[i] -= skipped;
    }
    return behind;
  }

  public int size() {
    return size;
  }

  public int start(int word) {
    return edges[2 * (first + word)];
  }

  public int end(int word) {
    return edges[2 * (first + word) + 1];
  }

  public long key(int word) {
    return keys[first + word];
  }

  /** The key of a word with its case ending, which {@link #key} leaves out in Cyrillic. */
  public long whole(int word) {
    return whole[first + word];
  }

  public String text() {
    return text;
  }

  /** A UTF-16 code unit of the text. */
  public char unit(int offset) {
    return text.charAt(offset);
  }

  /** The word as an object, its strings made now. */
  public Token token(int word) {
    String written = text.substring(start(word), end(word));
    return new Token(start(word), end(word), written, Folding.fold(written));
  }

  /** The letters from one word to another, the last exclusive. */
  public String between(int from, int to) {
    return text.substring(start(from), end(to - 1));
  }

  /**
   * One number for words from one to another, the last exclusive, and what joins them: the same for
   * {@code Jean-Luc Roth} and {@code JEAN-LUC ROTH}, another one for {@code Jean Luc Roth}.
   */
  public long phrase(int from, int to) {
    long phrase = whole(from);
    for (int i = from + 1; i < to; i++) {
      for (int at = end(i - 1); at < start(i); at++) {
        char unit = text.charAt(at);
        phrase += unit == ' ' || Character.isWhitespace(unit) ? 0 : unit == '\u2019' ? '\'' : unit;
      }
      phrase = step(phrase * ORDER, whole(i));
    }
    return phrase;
  }

  /** Whether it starts with an upper-case or title-case letter. */
  public boolean capitalised(int word) {
    return (shapes[first + word] & CAPITAL) != 0;
  }

  /** 1 where it starts with an upper-case or title-case letter, 0 where not. */
  public int capitals(int word) {
    return shapes[first + word] & CAPITAL;
  }

  /** Whether it has two letters or more and all of them are upper case. */
  public boolean allCapitals(int word) {
    return (shapes[first + word] & LOUD) != 0;
  }

  /** Whether it starts with a lower-case letter. */
  public boolean small(int word) {
    return (shapes[first + word] & SMALL) != 0;
  }

  /** 1 where it starts with a lower-case letter, 0 where not. */
  public int smalls(int word) {
    return (shapes[first + word] & SMALL) / SMALL;
  }

  /** Whether it starts with a digit. */
  public boolean number(int word) {
    return (shapes[first + word] & NUMBER) != 0;
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
      if (end(i) - start(i) >= letters && (shapes[first + i] & without) == 0) {
        found += (shapes[first + i] & LOUD) != 0 ? 1 : 0;
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
      known = shaped(SMALL).others().places();
      raised = known;
    }
    return known;
  }

  /** The words that more than a blank parts from the next one of the text, and its last one. */
  public WordSet parted() {
    return shaped(SPACED).others();
  }

  private WordSet shaped(byte shape) {
    return WordSet.flagged(shapes, first, size, shape);
  }

  /** The {@linkplain #whole keys} of words that stand both small and otherwise in this text. */
  public KeySet inBothCases() {
    long[] others = new long[SIEVE];
    for (int i : raised()) {
      others[row(whole(i))] |= 1L << whole(i);
    }
    // Listed without a branch: which small words are among them cannot be foreseen.
    int[] likely = new int[size];
    int found = 0;
    for (int i = 0; i < size; i++) {
      likely[found] = i;
      found += (int) (others[row(whole(i))] >>> whole(i)) & shapes[first + i] / SMALL & 1;
    }
    KeySet both = KeySet.ofAtMost(SIEVE);
    for (int i = 0; i < found; i++) {
      both.add(whole(likely[i]));
    }
    return both;
  }

  private static int row(long key) {
    return (int) (key >>> 40) & SIEVE - 1;
  }

  /** Whether its script has no capitals. */
  public boolean caseless(int word) {
    return (shapes[first + word] & CASELESS) != 0;
  }

  /** Whether it is an abbreviation with dots inside: {@code U.S.} */
  public boolean dotted(int word) {
    return (shapes[first + word] & DOTTED) != 0;
  }

  /** Whether one blank and nothing else parts a word from the next one of the text. */
  public boolean spaced(int word) {
    return (shapes[first + word] & SPACED) != 0;
  }

  /**
   * A byte for each word, of flags up to 127.
   *
   * @param ofCapitals flags of words that start with an upper-case or title-case letter
   * @param ofSpaced flags of words that one blank and nothing else parts from the next
   */
  public byte[] flags(byte ofCapitals, byte ofSpaced) {
    byte[] flags = new byte[size];
    for (int i = 0; i < size; i += BLOCK) {
      long eight = EightLetters.at(shapes, first + i);
      long capitals = EightLetters.where(eight, CAPITAL, ofCapitals);
      EightLetters.put(flags, i, capitals | EightLetters.where(eight, SPACED, ofSpaced));
    }
    return flags;
  }

  /** Whether nothing but one blank stands between this word and the next one. */
  public boolean touchesNext(int word) {
    if (spaced(word)) {
      return true;
    }
    if (word + 1 >= size) {
      return false;
    }
    int gap = start(word + 1) - end(word);
    char unit = text.charAt(end(word));
    return gap == 0
        || (gap == 1 && (unit == ' ' || unit == '\u00a0'))
        || (gap == 2 && unit == '.' && end(word) - start(word) <= 3);
  }

  /**
   * Whether a word and its neighbour may belong to one phrase: parted by a blank, a line break or a
   * hyphen, no sentence or paragraph ends in between.
   */
  public boolean joined(int word) {
    int from = end(word);
    int to = start(word + 1);
    return spaced(word) || to == from || (to - from <= WIDEST_GAP && joined(word, from, to));
  }

  private boolean joined(int word, int from, int to) {
    int blanksOnLine = 0;
    boolean newLine = false;
    for (int i = from; i < to; i++) {
      char unit = text.charAt(i);
      if (unit == '\n' || unit == '\r') {
        if (newLine && unit == '\n' && text.charAt(i - 1) != '\r') {
          return false;
        }
        newLine = true;
        blanksOnLine = 0;
      } else if (Character.isWhitespace(unit) || unit == '\u00a0') {
        blanksOnLine++;
      } else if (!joiner(unit)
          && !(unit == '.' && end(word) - start(word) <= LONGEST_ABBREVIATION)) {
        return false;
      }
    }
    return !newLine || blanksOnLine < 2;
  }

  private static boolean joiner(char unit) {
    return unit == '&' || Letters.hyphen(unit) || Letters.apostrophe(unit);
  }

  /** Takes in up to eight letters; what is as short has a key of its own for sure. */
  static long step(long hash, long packed) {
    long mixed = (hash ^ packed) * 0xd6e8feb86659fd93L;
    mixed = (mixed ^ (mixed >>> 32)) * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 32);
  }
}
