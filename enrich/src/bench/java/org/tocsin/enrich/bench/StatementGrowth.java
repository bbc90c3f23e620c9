package org.tocsin.enrich.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Statement.Kind;
import org.tocsin.enrich.novelty.Finding;
import org.tocsin.enrich.novelty.NoveltyIndex;
import org.tocsin.enrich.novelty.Wording;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;
import org.tocsin.enrich.sketch.TextSketcher;

/**
 * Lets two windows of thirty days pass over the index of statements: how many it holds, bytes a
 * statement, and how long it takes to look one up. What is older than the window is removed, so the
 * second half is to be flat. Half of what is looked up is there.
 *
 * <p>Made-up statements of 20 words on average, five an article. Times are processor time of the
 * one thread. Arguments: statements a day (30000). Needs about 3 GB of heap.
 */
public final class StatementGrowth {
  private static final int TOGETHER = 5;
  private static final int WINDOW = 30;
  private static final int LOOK_UPS = 4_000;

  /** One time for all: the window is kept by removing, as the topology does. */
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private static final String[] LITTLE = {"the", "of", "to", "in", "and", "that", "is", "for"};

  private final NoveltyIndex index = new NoveltyIndex(Duration.ofDays(WINDOW));
  private final int articlesADay;

  private StatementGrowth(int articlesADay) {
    this.articlesADay = articlesADay;
  }

  public static void main(String[] args) {
    int statements = args.length > 0 ? Integer.parseInt(args[0]) : 30_000;
    Runtime runtime = Runtime.getRuntime();
    print(
        "Java %s, %d processors, %,d MB of heap at most, %,d statements a day%n",
        Runtime.version(), runtime.availableProcessors(), runtime.maxMemory() >> 20, statements);
    print(
        "%6s %12s %16s %14s %14s%n",
        "day", "statements", "bytes/statement", "look-up us", "p99 us");
    new StatementGrowth(statements / TOGETHER).grow();
  }

  private void grow() {
    long empty = heap();
    for (int day = 1; day <= 2 * WINDOW; day++) {
      for (int i = 0; i < articlesADay; i++) {
        long number = (long) (day - 1) * articlesADay + i;
        ArticleSketch article = article(number);
        index.add(article, Finding.firsts(index.find(article)));
        long gone = number - (long) WINDOW * articlesADay;
        if (gone >= 0) {
          index.remove(name(gone), ids(gone));
        }
      }
      if (day % 5 == 0) {
        report(day, (double) (heap() - empty) / index.size());
      }
    }
  }

  private void report(int day, double bytes) {
    long last = (long) day * articlesADay;
    long[] nanos = new long[LOOK_UPS];
    for (int i = 0; i < LOOK_UPS; i++) {
      // The odd ones were never said.
      long number = i % 2 == 0 ? last - 1 - i : last + i;
      ArticleSketch sought = article(number);
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      index.find(sought);
      nanos[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / TOGETHER;
    }
    Arrays.sort(nanos);
    print(
        "%6d %,12d %16.0f %14.1f %14.1f%n",
        day,
        index.size(),
        bytes,
        Arrays.stream(nanos).average().orElse(0) / 1e3,
        nanos[LOOK_UPS / 100 * 99] / 1e3);
  }

  private static String name(long number) {
    return ArticleId.hash("article", Long.toString(number));
  }

  private static Set<String> ids(long number) {
    return article(number).statements().stream()
        .map(StatementSketch::id)
        .collect(Collectors.toSet());
  }

  private static ArticleSketch article(long number) {
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    List<StatementSketch> said = new ArrayList<>();
    for (int i = 0; i < TOGETHER; i++) {
      said.add(statement(random, number * TOGETHER + i));
    }
    return new ArticleSketch(
        name(number),
        0,
        Lane.LIVE,
        TIME,
        false,
        "s",
        null,
        "en",
        List.of(),
        TextSketcher.sketch(""),
        said);
  }

  private static StatementSketch statement(Random random, long number) {
    StringBuilder text = new StringBuilder();
    int length = 8 + random.nextInt(25);
    for (int i = 0; i < length; i++) {
      boolean little = random.nextInt(5) < 2;
      text.append(little ? LITTLE[random.nextInt(LITTLE.length)] : word(random, 40_000))
          .append(' ');
    }
    String speaker = word(random, 20_000) + " " + word(random, 20_000);
    return new StatementSketch(
        ArticleId.hash("statement", Long.toString(number)),
        Kind.DIRECT,
        random.nextInt(10) == 0 ? null : SpeakerKey.of(speaker),
        Wording.of(text, "en"));
  }

  /** A made-up word; few are frequent, as in real speech. */
  private static String word(Random random, int words) {
    int rank = (int) Math.pow(words, random.nextDouble());
    return "w" + Integer.toString(rank * 7919 + 13, 26).replaceAll("[0-9]", "x");
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
