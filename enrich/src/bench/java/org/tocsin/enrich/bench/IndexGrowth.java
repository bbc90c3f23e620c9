package org.tocsin.enrich.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import org.tocsin.enrich.story.StoryIndex;

/**
 * Pushes ten million articles into the index of stories: bytes an article, articles a second while
 * it grows, and how long it takes to find the story of one.
 *
 * <p>Times are processor time of the one thread. Arguments: number of articles (10000000). Needs
 * about 6 GB of heap.
 */
public final class IndexGrowth {
  private static final int STEP = 500_000;
  private static final int MEASURED = 20_000;

  private IndexGrowth() {}

  public static void main(String[] args) {
    long most = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
    Runtime runtime = Runtime.getRuntime();
    print(
        "Java %s, %d processors, %,d MB of heap at most%n",
        Runtime.version(), runtime.availableProcessors(), runtime.maxMemory() >> 20);
    print(
        "%12s %14s %14s %16s %16s%n",
        "articles", "articles/s", "bytes/article", "heap/article", "look-up us");
    StoryIndex index = new StoryIndex(Duration.ofDays(14), News::drawn, id -> null);
    drawn(STEP);
    for (long size = STEP; size <= most; size += STEP) {
      double drawing = drawn(STEP);
      long start = now();
      for (long i = size - STEP; i < size; i++) {
        index.place(News.drawn(i), i);
      }
      double seconds = (now() - start) / 1e9 - drawing;
      double lookUp = lookUp(index, size);
      boolean told = size == STEP * 2L || size % 5_000_000 == 0 || size == most;
      print(
          "%,12d %,14.0f %14.1f %16s %16.1f%n",
          size,
          STEP / seconds,
          (double) index.bytes() / size,
          told ? String.format(Locale.ROOT, "%.1f", (double) heap(runtime) / size) : "",
          lookUp);
    }
  }

  /** Seconds that drawing alone takes. */
  private static double drawn(int count) {
    long start = now();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += News.drawn(i).text().size();
    }
    return sum == 0 ? 0 : (now() - start) / 1e9;
  }

  /** Microseconds to find and measure the part of a remembered article, each hundredth a copy. */
  private static double lookUp(StoryIndex index, long size) {
    long start = now();
    int found = 0;
    for (int i = 0; i < MEASURED; i++) {
      long number = Math.floorMod(i * 7_368_787L, size);
      found += index.ref(Long.toString(number, 36)) == null ? 0 : 1;
    }
    double micros = (now() - start) / 1e3 / MEASURED;
    if (found != MEASURED) {
      throw new IllegalStateException("only " + found + " of " + MEASURED + " found");
    }
    return micros;
  }

  /** Processor time of this thread in nanoseconds: other work on the machine does not count. */
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap(Runtime runtime) {
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
