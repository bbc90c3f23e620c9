package org.tocsin.enrich.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.TextSketch;
import org.tocsin.enrich.sketch.TextSketcher;
import org.tocsin.enrich.story.Placement;
import org.tocsin.enrich.story.StoryIndex;

/** What an article of 600 words costs: its sketch, and its place among 200,000 others. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SketchBenchmark {
  private static final int WORDS = 600;
  private static final int TEXTS = 64;
  private static final int INDEXED = 200_000;

  private final String[] texts = new String[TEXTS];
  private final StoryIndex index = new StoryIndex(Duration.ofDays(14), News::drawn, id -> null);
  private int next;
  private long number = INDEXED;

  /** Fills the index. */
  @Setup
  public void fill() {
    for (int i = 0; i < TEXTS; i++) {
      texts[i] = News.text(i, WORDS);
    }
    for (int i = 0; i < INDEXED; i++) {
      index.place(News.drawn(i), i);
    }
  }

  /** The sketch of a text. */
  @Benchmark
  public TextSketch sketch() {
    next = (next + 1) % TEXTS;
    return TextSketcher.sketch(texts[next]);
  }

  /** Placing an article and letting it go again, its drawing included. */
  @Benchmark
  public Placement place() {
    number++;
    ArticleSketch article = News.drawn(number);
    Placement placement = index.place(article, number);
    index.expire(article.article(), number);
    return placement;
  }

  /** Drawing alone, to be taken off the above. */
  @Benchmark
  public ArticleSketch draw() {
    number++;
    return News.drawn(number);
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(SketchBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx2g")
                .build())
        .run();
  }
}
