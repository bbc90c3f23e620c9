package org.tocsin.enrich.sketch;

/**
 * Makes the {@link TextSketch} of a text in one pass. The title stays out of it: outlets write
 * their own over the same text. So do picture galleries, see {@link GalleryFinder}.
 */
public final class TextSketcher implements WordScanner.Sink {
  /** Words in a shingle; a power of two. */
  private static final int SHINGLE = 4;

  /** Shingle hashes kept; texts with more keep every second, fourth, eighth … of them. */
  static final int SAMPLE = 512;

  /** Words looked at; a text that is longer is a book. */
  private static final int MAX_WORDS = 50_000;

  /** Letters and the blank after them that a word takes at least, about. */
  private static final int CHARACTERS_PER_WORD = 4;

  private static final long BASE = 0x100000001B3L;
  private static final long BASE_4 = power(BASE, SHINGLE);

  private final CharSequence text;
  private final long[] last = new long[SHINGLE];
  private final IntBag numbers = new IntBag();
  private final IntBag names = new IntBag();
  private final GalleryFinder galleries = new GalleryFinder();
  private HashBag shingles;
  private int words;
  private long rolling;

  private TextSketcher(CharSequence text) {
    this.text = text;
    this.shingles = new HashBag(Math.min(MAX_WORDS, text.length() / CHARACTERS_PER_WORD));
  }

  /** Wraps around, as hashes do. */
  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  /** The sketch of a text. */
  public static TextSketch sketch(CharSequence text) {
    TextSketcher sketcher = new TextSketcher(text);
    WordScanner.scan(text, sketcher);
    return sketcher.finish();
  }

  @Override
  public void word(int start, int end, long hash) {
    if (words >= MAX_WORDS) {
      return;
    }
    int slot = words & (SHINGLE - 1);
    rolling = rolling * BASE + hash - last[slot] * BASE_4;
    last[slot] = hash;
    words++;
    if (words >= SHINGLE) {
      shingles.add(Hashes.mix(rolling));
    }
    char c = text.charAt(start);
    if (c >= 'a' && c <= 'z' && galleries.passes(hash)) {
      return;
    }
    boolean number = Character.isDigit(c);
    if (number) {
      numbers.add((int) (hash >>> 32));
    } else if (isName(c, start)) {
      names.add((int) (hash >>> 32));
    }
    galleries.word(
        number ? smallNumber(start, end) : GalleryFinder.NO_NUMBER,
        hash,
        shingles.size(),
        numbers.size(),
        names.size());
  }

  /** A capital inside a sentence. */
  private boolean isName(char c, int start) {
    return Character.isUpperCase(c)
        && start >= 2
        && Character.isWhitespace(text.charAt(start - 1))
        && goesOn(text.charAt(start - 2));
  }

  private static boolean goesOn(char c) {
    return Character.isLetterOrDigit(c) || c == ',' || c == ';' || c == ':' || c == ')';
  }

  private int smallNumber(int start, int end) {
    if (end - start > 3) {
      return GalleryFinder.NO_NUMBER;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return GalleryFinder.NO_NUMBER;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  @Override
  public void sentenceEnd() {
    // Shingles run over the ends of sentences.
  }

  private TextSketch finish() {
    for (GalleryFinder.Gallery gallery : galleries.found()) {
      cut(gallery);
    }
    if (words > 0 && words < SHINGLE) {
      shingles.add(Hashes.mix(rolling));
    }
    int level = level(shingles.distinct());
    IntBag sample = shingles.halvesWithout((1 << level) - 1);
    while (sample.size() > SAMPLE) {
      level++;
      sample.keepWithout((1 << level) - 1);
    }
    return new TextSketch(
        shingles.distinct(),
        level,
        sample.smallest(SAMPLE),
        Winnowing.choose(shingles.values(), shingles.size()),
        Traits.of(shingles.values(), shingles.size()),
        numbers.smallest(TextSketch.MOST_FACTS),
        names.smallest(TextSketch.MOST_FACTS));
  }

  private void cut(GalleryFinder.Gallery gallery) {
    HashBag rest = new HashBag(shingles.size());
    for (int i = 0; i < shingles.size(); i++) {
      if (i < gallery.from().shingles() || i >= gallery.to().shingles()) {
        rest.add(shingles.values()[i]);
      }
    }
    shingles = rest;
    numbers.cut(gallery.from().numbers(), gallery.to().numbers());
    names.cut(gallery.from().names(), gallery.to().names());
  }

  private static int level(int distinct) {
    int level = 0;
    while (distinct >> level > SAMPLE) {
      level++;
    }
    return level;
  }
}
