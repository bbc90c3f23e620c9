package org.tocsin.enrich.text;

import java.util.Arrays;

/**
 * Reads the {@link Words} of a text. Makes a bit of each letter first, 64 in one number, so that
 * words of plain Latin letters, as nearly all are, lie where ones and zeros meet: {@code "In May"}
 * is 111011 from the right, which meet at 0, 2, 3 and 6. Nothing has to be known of one word to
 * find the next. The {@code ó} of {@code Kraków} is read as an {@code o}. Words with other letters
 * ({@code Київ}, {@code 東京}), or with dots and commas inside ({@code U.S.}, {@code 1,000}), are
 * read one by one as {@link Tokens} has them.
 */
final class WordReader {
  private static final int STRETCH = Long.SIZE;
  private static final int BLOCK = Long.BYTES;
  private static final int BATCH = 8;

  /** Letters and what parts them from the next word; few texts have less to a word. */
  private static final int LETTERS = 5;

  /** How words are written that start with 0–9, A–Z, a–z, by bits 5 to 7 of these. */
  private static final int SHAPES = Words.NUMBER << 8 | Words.CAPITAL << 16 | Words.SMALL << 24;

  final String text;

  /**
   * Its units, of which those that are odd are replaced, before they are read, by what they count
   * as.
   */
  private final byte[] bytes;

  /** Where words start and end in turn: those that are read, then those that are only found. */
  int[] edges;

  private int found;

  long[] keys = {};
  long[] whole = keys;
  byte[] shapes = {};
  int size;
  int loud;

  WordReader(String text) {
    this.text = text;
    this.bytes = EightLetters.units(text);
    edges = new int[bytes.length / LETTERS * 2 + 2 * BATCH];
  }

  /** Reads all words. */
  void read() {
    int at = 0;
    for (int stretch = 0; stretch <= bytes.length; stretch += STRETCH) {
      if (at < stretch + STRETCH) {
        at = read(stretch, at);
      }
    }
    take(Integer.MAX_VALUE);
  }

  /** Finds the words of a stretch that start at an offset or behind it; answers where to go on. */
  private int read(int stretch, int from) {
    int blocks = Math.min(STRETCH, (bytes.length - stretch) & -BLOCK);
    long last = blocks < STRETCH ? EightLetters.last(bytes, stretch + blocks) : 0;
    long plain = EightLetters.gathered(EightLetters.plain(last)) << blocks;
    long odd = EightLetters.odd(last);
    for (int i = 0; i < blocks; i += BLOCK) {
      long block = EightLetters.inside(bytes, stretch + i);
      plain |= EightLetters.gathered(EightLetters.plain(block)) << i;
      odd |= EightLetters.odd(block);
    }
    plain &= behind(from, stretch);
    if (odd != 0) {
      return readOdd(stretch, from, plain);
    }
    find(stretch, plain);
    return from;
  }

  /** The same for a stretch in which there are units that are not plain, perhaps letters. */
  private int readOdd(int stretch, int from, long plain) {
    long odd = 0;
    for (int i = 0; i < STRETCH; i += BLOCK) {
      long block = EightLetters.at(bytes, stretch + i);
      odd |= EightLetters.gathered(EightLetters.odd(block)) << i;
    }
    int at = from;
    long rest = behind(at, stretch);
    while ((odd & rest) != 0) {
      int bit = Long.numberOfTrailingZeros(odd & rest);
      odd &= -2L << bit;
      byte counts = OddUnit.of(text.charAt(stretch + bit));
      bytes[stretch + bit] = counts;
      plain |= OddUnit.letters(counts) << bit;
      if (counts == OddUnit.UNCLEAR && inWord(stretch + bit)) {
        find(stretch, plain & rest & ~(-1L << bit));
        at = readAround(stretch + bit);
        rest = behind(at, stretch);
      }
    }
    find(stretch, plain & rest);
    return at;
  }

  /** The bits of a stretch from an offset on. */
  private static long behind(int at, int stretch) {
    return at <= stretch ? -1L : at < stretch + STRETCH ? -1L << (at - stretch) : 0;
  }

  private boolean inWord(int at) {
    return Letters.inWord(text.codePointAt(at));
  }

  /** Notes where the runs of plain letters start and end. */
  private void find(int stretch, long plain) {
    long meetings = plain ^ (plain << 1 | (found & 1));
    int end = found + Long.bitCount(meetings);
    roomForEdges(end);
    int[] to = edges;
    for (int batch = found; batch < end; batch += BATCH) {
      // Some may be too many, which costs less than to ask after each.
      for (int i = 0; i < BATCH; i++) {
        to[batch + i] = stretch + Long.numberOfTrailingZeros(meetings);
        meetings &= meetings - 1;
      }
    }
    found = end;
  }

  /** Reads the words up to and with the one that an odd letter is in; answers where it ends. */
  private int readAround(int letter) {
    int at = letter;
    while (found > 2 * size && edges[found - 1] >= at - 1) {
      found -= 2;
      at = edges[found]; // touches the letter, or a mark beside it that may join them
    }
    take(at);
    while (at <= letter) {
      at = inWord(at) ? readOne(at) : at + 1;
    }
    found = 2 * size;
    return at;
  }

  /**
   * Makes words of the runs that were found.
   *
   * @param next where the next one starts
   */
  private void take(int next) {
    edges[found] = next;
    if (found / 2 > keys.length) {
      grow(found / 2, Math.min(next, bytes.length));
    }
    int run = 2 * size;
    while (run < found) {
      tie(edges[run]);
      run = takePlain(run);
      if (run < found) {
        int end = readOne(edges[run]);
        while (run < found && edges[run] < end) {
          run += 2;
        }
      }
    }
    found = 2 * size;
  }

  /** Makes words of runs up to one that may be more than plain; answers which it is. */
  private int takePlain(int first) {
    byte[] text = bytes;
    int[] known = edges;
    long[] toKeys = keys;
    byte[] toShapes = shapes;
    int word = size;
    int run = first;
    for (; run < found; run += 2) {
      int start = known[run];
      int end = known[run + 1];
      int gap = (known[run + 2] - end) ^ 1; // 0 where it is one unit
      int stop = end < text.length ? text[end] & 0xff : 0;
      if ((gap | ((stop | 2) ^ '.')) == 0) {
        break; // may go on behind a dot or comma
      }
      long block = EightLetters.at(text, start);
      long small = EightLetters.small(block, Math.min(BLOCK, end - start));
      long capitals = small & ~block;
      int shape = SHAPES >>> ((block >>> 5) << 3) | blank(gap | (stop ^ ' '));
      long key = Words.step(Words.SEED, small);
      long unusual = (capitals & (capitals - 1)) | EightLetters.beyond(small);
      if (end - start > BLOCK) {
        key = rest(key, start + BLOCK, end);
        unusual |= key == 0 || text[start + 1] < 'a' ? 1 : 0;
      }
      if (unusual != 0) {
        if (EightLetters.beyond(small) != 0 || key == 0) {
          break;
        }
        shape |= loud(start, end);
      }
      toKeys[word] = key;
      toShapes[word++] = (byte) shape;
    }
    if (run > 2 * word) {
      System.arraycopy(known, first, known, 2 * size, run - first); // several were one word
    }
    if (whole != keys) {
      System.arraycopy(keys, size, whole, size, word - size);
    }
    size = word;
    return run;
  }

  /** The key of a word of more than a block; 0 where not all its letters are plain. */
  private long rest(long first, int from, int end) {
    long key = first;
    for (int at = from; at < end; at += BLOCK) {
      long small = EightLetters.small(EightLetters.at(bytes, at), Math.min(BLOCK, end - at));
      if (EightLetters.beyond(small) != 0) {
        return 0;
      }
      key = Words.step(key, small);
    }
    return key;
  }

  private int loud(int start, int end) {
    int capitals = 0;
    for (int i = start; i < end; i++) {
      if (bytes[i] >= 'a') {
        return 0;
      }
      capitals += bytes[i] >= 'A' ? 1 : 0;
    }
    loud += capitals > 1 ? 1 : 0;
    return capitals > 1 ? Words.LOUD : 0;
  }

  /** {@link Words#SPACED} where nothing speaks against it; without a branch, as one would err. */
  private static int blank(int against) {
    return ((against - 1) >>> 31) * Words.SPACED;
  }

  /** Marks the last word as spaced if the next one starts there behind a blank. */
  private void tie(int next) {
    if (size > 0) {
      int end = edges[2 * size - 1];
      shapes[size - 1] |= next == end + 1 && bytes[end] == ' ' ? Words.SPACED : (byte) 0;
    }
  }

  /** Reads the word that starts there; answers where it ends. */
  private int readOne(int start) {
    OddWord word = OddWord.at(start, text);
    if (size == keys.length) {
      grow(size + 1, start);
    }
    roomForEdges(2 * size + 2);
    tie(start);
    edges[2 * size] = start;
    edges[2 * size + 1] = word.end();
    if (word.whole() != word.key() && whole == keys) {
      whole = keys.clone();
    }
    whole[size] = word.whole();
    keys[size] = word.key();
    shapes[size++] = word.shape();
    loud += (word.shape() & Words.LOUD) != 0 ? 1 : 0;
    return word.end();
  }

  /** Makes room for so many words and those to be expected from an offset on. */
  private void grow(int words, int at) {
    int more = Math.max(words + (bytes.length - at) / LETTERS, size + size / 2);
    boolean one = whole == keys;
    keys = Arrays.copyOf(keys, more);
    whole = one ? keys : Arrays.copyOf(whole, more);
    shapes = Arrays.copyOf(shapes, more);
  }

  private void roomForEdges(int most) {
    if (most + BATCH >= edges.length) {
      edges = Arrays.copyOf(edges, Math.max(most, found + found / 2) + BATCH + 1);
    }
  }
}
