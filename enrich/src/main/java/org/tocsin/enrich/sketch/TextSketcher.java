package org.tocsin.enrich.sketch;

import java.util.Arrays;

/**
 * Makes the {@link TextSketch} of a text in one pass. The title stays out of it: outlets write
 * their own over the same text.
 */
public final class TextSketcher implements WordScanner.Sink {
  /** Words in a shingle. */
  private static final int SHINGLE = 4;

  /** A shorter sentence is too common to tell where a text comes from. */
  private static final int SENTENCE_WORDS = 6;

  /** Shingle hashes kept; texts with more keep every second, fourth, eighth … of them. */
  static final int SAMPLE = 256;

  private static final int MAX_SENTENCES = 64;
  private static final int MAX_NUMBERS = 32;

  /** Words looked at; a text that is longer is a book. */
  private static final int MAX_WORDS = 50_000;

  private final CharSequence text;
  private final long[] last = new long[SHINGLE];
  private final LongList shingles = new LongList();
  private final LongList sentences = new LongList();
  private final LongList numbers = new LongList();
  private int words;
  private int inSentence;
  private long sentence;

  private TextSketcher(CharSequence text) {
    this.text = text;
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
    last[words % SHINGLE] = hash;
    words++;
    if (words >= SHINGLE) {
      shingles.add(shingle(SHINGLE));
    }
    inSentence++;
    sentence = Hashes.join(sentence, hash);
    if (Character.isDigit(text.charAt(start))) {
      numbers.add(hash >>> 32);
    }
  }

  private long shingle(int length) {
    long hash = length;
    for (int i = words - length; i < words; i++) {
      hash = Hashes.join(hash, last[i % SHINGLE]);
    }
    return hash;
  }

  @Override
  public void sentenceEnd() {
    if (inSentence >= SENTENCE_WORDS) {
      sentences.add((sentence & 0xFFFFFFFF00000000L) | Math.min(inSentence, Byte.MAX_VALUE));
    }
    inSentence = 0;
    sentence = 0;
  }

  private TextSketch finish() {
    if (words > 0 && words < SHINGLE) {
      shingles.add(shingle(words));
    }
    long[] all = shingles.distinct();
    int level = 0;
    int[] sample = sample(all, level);
    while (sample.length > SAMPLE) {
      level++;
      sample = sample(all, level);
    }
    long[] kept = first(sentences.distinct(), MAX_SENTENCES);
    return new TextSketch(
        MinHash.bands(all),
        all.length,
        level,
        sample,
        tops(kept),
        lengths(kept),
        Arrays.stream(first(numbers.distinct(), MAX_NUMBERS)).mapToInt(n -> (int) n).toArray());
  }

  private static int[] sample(long[] hashes, int level) {
    int mask = (1 << level) - 1;
    return Arrays.stream(hashes)
        .mapToInt(h -> (int) (h >>> 32))
        .filter(h -> (h & mask) == 0)
        .sorted()
        .distinct()
        .toArray();
  }

  private static long[] first(long[] sorted, int most) {
    return sorted.length <= most ? sorted : Arrays.copyOf(sorted, most);
  }

  private static int[] tops(long[] sentences) {
    return Arrays.stream(sentences).mapToInt(s -> (int) (s >>> 32)).toArray();
  }

  private static byte[] lengths(long[] sentences) {
    byte[] lengths = new byte[sentences.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (byte) sentences[i];
    }
    return lengths;
  }
}
