package org.tocsin.enrich.bench;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.tocsin.contract.Lane;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.TextSketch;
import org.tocsin.enrich.sketch.TextSketcher;

/** News made up of words that are as frequent as words are. */
final class News {
  private static final int VOCABULARY = 40_000;
  private static final int SENTENCE = 20;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private News() {}

  /** A text of so many words, the same for the same seed. */
  static String text(long seed, int words) {
    Random random = new Random(seed);
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < words; i++) {
      // Zipf's law: the word of rank r comes with a frequency of about 1 / r.
      int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
      String word = "w" + Integer.toString(rank, 36) + "en".substring(rank % 3 == 0 ? 0 : 2);
      text.add(i % SENTENCE == 0 ? "T" + word : word + (i % SENTENCE == SENTENCE - 1 ? "." : ""));
    }
    return text.toString();
  }

  /** An article with the sketch of a text. */
  static ArticleSketch article(long number, String text) {
    return article(number, TextSketcher.sketch(text));
  }

  /**
   * The sketch of a text of 600 words that was never written: its hashes are drawn at random. Each
   * hundredth article is a copy of the one before it.
   */
  static ArticleSketch drawn(long number) {
    Random random = new Random(number % 100 == 99 ? number - 1 : number);
    random.nextInt();
    int[] shingles = sorted(random, 150);
    int[] prints = sorted(random, 32);
    long[] traits = {random.nextLong(), random.nextLong()};
    return article(
        number, new TextSketch(597, 2, shingles, prints, traits, new int[0], new int[0]));
  }

  private static int[] sorted(Random random, int size) {
    return random.ints(size).map(i -> i << 2).sorted().toArray();
  }

  private static ArticleSketch article(long number, TextSketch text) {
    return new ArticleSketch(
        Long.toString(number, 36),
        0,
        Lane.LIVE,
        START.plusMillis(number * 100),
        true,
        "source-" + number % 5000,
        null,
        "en",
        List.of(),
        text,
        List.of());
  }
}
