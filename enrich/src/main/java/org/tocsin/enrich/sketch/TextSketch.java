package org.tocsin.enrich.sketch;

/**
 * A whole text as hashes: enough to find its copies, excerpts and rewrites and to measure what two
 * texts have in common. About 1.3 kB for a news article of 600 words.
 *
 * @param size number of distinct shingles (four words in a row)
 * @param level only shingle hashes with this many trailing zero bits are kept
 * @param shingles those hashes, sorted
 * @param prints the shingles by which a text is found: see {@link Winnowing}
 * @param traits sixteen bytes of a MinHash, in two longs: see {@link Traits}
 * @param numbers hashes of the numbers in the text, sorted, each as often as it stands there
 * @param names the same of words in capitals inside a sentence
 */
public record TextSketch(
    int size, int level, int[] shingles, int[] prints, long[] traits, int[] numbers, int[] names) {
  /** Numbers, and names, kept of one text: those with the smallest hashes. */
  public static final int MOST_FACTS = 128;

  /** Of no text. */
  public static final TextSketch NONE =
      new TextSketch(0, 0, new int[0], new int[0], new long[] {0, 0}, new int[0], new int[0]);
}
