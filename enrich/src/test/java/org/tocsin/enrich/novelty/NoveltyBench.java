package org.tocsin.enrich.novelty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Statement.Kind;
import org.tocsin.enrich.Texts;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;
import org.tocsin.enrich.sketch.TextSketcher;

/**
 * Prints the bytes that the index takes for a statement and the time of a look-up, at 100,000 and
 * 1,000,000 made-up statements of 20 words; half of what is looked up is there. Run it by hand with
 * {@code -Xmx3g}; the README holds the last figures.
 */
final class NoveltyBench {
  private static final Logger LOG = Logger.getLogger(NoveltyBench.class.getName());
  private static final int LOOK_UPS = 4_000;
  private static final int TOGETHER = 5;
  private static final String[] LITTLE = {"the", "of", "to", "in", "and", "that", "is", "for"};

  private final NoveltyIndex index = new NoveltyIndex(Duration.ofDays(30));
  private int made;

  private NoveltyBench() {}

  /** Fills an index and measures twice. */
  public static void main(String[] args) {
    NoveltyBench bench = new NoveltyBench();
    Random random = new Random(5);
    long empty = memory();
    for (int size : new int[] {100_000, 1_000_000}) {
      while (bench.made < size) {
        ArticleSketch article = bench.article(random, TOGETHER);
        List<@Nullable FirstSeen> fresh = new ArrayList<>(Collections.nCopies(TOGETHER, null));
        bench.index.add(article, fresh);
      }
      bench.report(size, (memory() - empty) / (double) size);
    }
  }

  private void report(int size, double bytes) {
    Random strange = new Random(9);
    Random known = new Random(5);
    List<ArticleSketch> sought = new ArrayList<>();
    for (int i = 0; i < LOOK_UPS; i++) {
      sought.add(article(i % 2 == 0 ? strange : known, 1));
    }
    made -= LOOK_UPS;
    sought.forEach(index::find);
    long[] nanos = sought.stream().mapToLong(this::time).sorted().toArray();
    LOG.info(
        () ->
            String.format(
                "%d statements: %.0f bytes each; look-up %.0f us on average, p50 %.0f, p99 %.0f",
                size,
                bytes,
                Arrays.stream(nanos).average().orElse(0) / 1e3,
                nanos[LOOK_UPS / 2] / 1e3,
                nanos[LOOK_UPS / 100 * 99] / 1e3));
  }

  private long time(ArticleSketch article) {
    long start = System.nanoTime();
    index.find(article);
    return System.nanoTime() - start;
  }

  private ArticleSketch article(Random random, int statements) {
    List<StatementSketch> said = new ArrayList<>();
    for (int i = 0; i < statements; i++) {
      said.add(statement(random));
    }
    String id = ArticleId.hash("article", String.valueOf(made));
    return new ArticleSketch(
        id,
        0,
        Lane.LIVE,
        Texts.NOON,
        false,
        "s",
        null,
        "en",
        List.of(),
        TextSketcher.sketch(""),
        said);
  }

  private StatementSketch statement(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 8 + random.nextInt(25);
    for (int i = 0; i < length; i++) {
      boolean little = random.nextInt(5) < 2;
      text.append(little ? LITTLE[random.nextInt(LITTLE.length)] : word(random, 40_000))
          .append(' ');
    }
    String speaker = word(random, 20_000) + " " + word(random, 20_000);
    made++;
    return new StatementSketch(
        ArticleId.hash("statement", String.valueOf(made)),
        Kind.DIRECT,
        random.nextInt(10) == 0 ? null : SpeakerKey.of(speaker),
        Wording.of(text, "en"));
  }

  /** A made-up word; few are frequent, as in real speech. */
  private static String word(Random random, int words) {
    int rank = (int) Math.pow(words, random.nextDouble());
    return "w" + Integer.toString(rank * 7919 + 13, 26).replaceAll("[0-9]", "x");
  }

  private static long memory() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
