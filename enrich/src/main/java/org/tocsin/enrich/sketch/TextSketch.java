package org.tocsin.enrich.sketch;

/**
 * A whole text as hashes: enough to find its copies, excerpts and rewrites and to measure what two
 * texts have in common. About 1 kB for a news article of 600 words.
 *
 * @param bands of the MinHash over word 4-shingles
 * @param size number of distinct shingles
 * @param level only shingle hashes with this many trailing zero bits are kept
 * @param shingles those hashes, sorted
 * @param sentences hashes of sentences of six and more words, sorted
 * @param lengths of those sentences in words, at the same places
 * @param numbers hashes of the numbers in the text, sorted
 */
public record TextSketch(
    int[] bands,
    int size,
    int level,
    int[] shingles,
    int[] sentences,
    byte[] lengths,
    int[] numbers) {
  public TextSketch {
    if (sentences.length != lengths.length) {
      throw new IllegalArgumentException("each sentence has a length");
    }
  }
}
