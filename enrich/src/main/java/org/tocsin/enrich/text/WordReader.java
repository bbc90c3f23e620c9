package org.tocsin.enrich.text;

import java.util.Arrays;

/**
 * Reads the {@link Words} of a text. Makes a bit of each letter first, 64 in one number, so that
 * words of plain Latin letters, as nearly all are, lie where ones and zeros meet: {@code "In May"}
 * is 111011 from the right, which meet at 0, 2, 3 and 6. Nothing has to be known of one word to
 * find the next. Words with other letters ({@code Kraków}, {@code 東京}), or with dots and commas
 * inside ({@code U.S.}, {@code 1,000}), are read one by one as {@link Tokens} has them.
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
  private final byte[] bytes;

  /** Where words start and end in turn: those that are read, then those that are only found. */
  int[] edges;

  private int found;

  /** Words of more than a block, whose keys are finished after those of all others. */
  private final int[] longer;

  long[] keys;
  long[] whole;
  byte[] shapes;
  int size;
  int loud;

  WordReader(String text) {
    this.text = text;
    this.bytes = EightLetters.units(text);
    int expected = bytes.length / LETTERS + 2;
    edges = new int[2 * expected + BATCH + 1];
    longer = new int[bytes.length / BLOCK + 1];
    keys = new long[expected];
    whole = keys;
    shapes = new byte[expected];
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
      if (inWord(stretch + bit)) {
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
      grow(found / 2);
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

  /** Makes words of runs up to one that may go on behind a dot or comma; answers which it is. */
  private int takePlain(int first) {
    byte[] text = bytes;
    int[] known = edges;
    long[] toKeys = keys;
    byte[] toShapes = shapes;
    int[] list = longer;
    int listed = 0;
    int word = size;
    int run = first;
    for (; run < found; run += 2) {
      int start = known[run];
      int end = known[run + 1];
      int gap = (known[run + 2] - end) ^ 1; // 0 where it is one unit
      int stop = end < text.length ? text[end] & 0xff : 0;
      if ((gap | ((stop | 2) ^ '.')) == 0) {
        break;
      }
      long block = EightLetters.at(text, start);
      long small = EightLetters.small(block, Math.min(BLOCK, end - start));
      long capitals = small & ~block;
      int shape = SHAPES >>> ((block >>> 5) << 3) | blank(gap | (stop ^ ' '));
      known[2 * word] = start;
      known[2 * word + 1] = end;
      toKeys[word] = Words.step(Words.SEED, small);
      toShapes[word] = (byte) ((capitals & (capitals - 1)) == 0 ? shape : shape | loud(start, end));
      list[listed] = word;
      listed += (BLOCK - end + start) >>> 31;
      word++;
    }
    finish(listed);
    if (whole != keys) {
      System.arraycopy(keys, size, whole, size, word - size);
    }
    size = word;
    return run;
  }

  /** Takes in the letters of the longer words behind their first block. */
  private void finish(int listed) {
    for (int i = 0; i < listed; i++) {
      int word = longer[i];
      int start = edges[2 * word];
      int end = edges[2 * word + 1];
      for (int at = start + BLOCK; at < end; at += BLOCK) {
        int length = Math.min(BLOCK, end - at);
        keys[word] = Words.step(keys[word], EightLetters.small(EightLetters.at(bytes, at), length));
      }
      if (bytes[start + 1] < 'a') {
        shapes[word] |= (byte) loud(start, end);
      }
    }
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
    int simple = readMarked(start);
    return simple > 0 ? simple : readThoroughly(start);
  }

  /** A word of Latin letters, some with marks: {@code Kraków}; 0 where there is more to it. */
  private int readMarked(int start) {
    long hash = Words.SEED;
    long packed = 0;
    int pieces = 0;
    boolean loud = true;
    int at = start;
    for (; at < text.length(); at++) {
      char unit = text.charAt(at);
      char letter = Folding.letter(unit);
      if (letter == 0) {
        break;
      }
      loud &= unit < 'a' || (unit >= 128 && Character.isUpperCase(unit));
      // One byte for plain letters, three for others, as in Words.folded.
      for (int shift = letter < 128 ? 0 : 14; shift >= 0; shift -= 7) {
        long piece = letter < 128 ? letter : 128 | (letter >>> shift & 127);
        packed |= piece << (pieces % BLOCK * Byte.SIZE);
        if (++pieces % BLOCK == 0) {
          hash = Words.step(hash, packed);
          packed = 0;
        }
      }
    }
    if (at == start || (at < text.length() && !ends(start, at))) {
      return 0;
    }
    int shape = initial(text.charAt(start)) | (loud && at - start > 1 ? Words.LOUD : 0);
    add(start, at, packed == 0 ? hash : Words.step(hash, packed), shape);
    return at;
  }

  /** Whether a word certainly ends before an offset. */
  private boolean ends(int start, int at) {
    char unit = text.charAt(at);
    boolean abbreviated = unit == '.' && at - start == 1;
    return unit < 128 && !Letters.inWord(unit) && unit != ',' && !abbreviated;
  }

  private int readThoroughly(int start) {
    int end = Tokens.endOfPart(text, start);
    String folded = Folding.fold(text.substring(start, end));
    String stem = CyrillicEndings.cut(folded);
    long key = Words.folded(stem);
    add(start, end, key, shape(start, end));
    if (stem.length() < folded.length()) {
      whole = whole == keys ? keys.clone() : whole;
      whole[size - 1] = Words.folded(folded);
    }
    return end;
  }

  private int shape(int start, int end) {
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
    int capitals = loud && letters > 1 ? Words.LOUD : 0;
    return initial(text.codePointAt(start)) | capitals | (dotted ? Words.DOTTED : 0);
  }

  /** How a word starts. */
  private static int initial(int point) {
    if (Character.isLowerCase(point)) {
      return Words.SMALL;
    }
    if (Character.isUpperCase(point) || Character.isTitleCase(point)) {
      return Words.CAPITAL;
    }
    return Character.isDigit(point) ? Words.NUMBER : Words.CASELESS;
  }

  private void add(int start, int end, long key, int shape) {
    if (size == keys.length) {
      grow(size + 1);
    }
    tie(start);
    edges[2 * size] = start;
    edges[2 * size + 1] = end;
    keys[size] = key;
    whole[size] = key;
    shapes[size++] = (byte) shape;
    loud += (shape & Words.LOUD) != 0 ? 1 : 0;
  }

  private void grow(int least) {
    int more = Math.max(least, size + size / 2 + BATCH);
    boolean one = whole == keys;
    keys = Arrays.copyOf(keys, more);
    whole = one ? keys : Arrays.copyOf(whole, more);
    shapes = Arrays.copyOf(shapes, more);
    roomForEdges(2 * more);
  }

  private void roomForEdges(int most) {
    if (most + BATCH >= edges.length) {
      edges = Arrays.copyOf(edges, Math.max(most, found + found / 2) + BATCH + 1);
    }
  }
}
