package org.tocsin.enrich.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.tocsin.enrich.statement.Extracted;
import org.tocsin.enrich.statement.StatementExtractor;

/** What finding the statements of an English article of 600 words costs: paragraphs to speakers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(1)
public class ExtractionBenchmark {
  private static final int WORDS = 600;
  private static final int ARTICLES = 256;
  private static final int NAMES = 20_000;

  private final StatementExtractor extractor = new StatementExtractor();
  private final String[] articles = new String[ARTICLES];
  private int next;

  /** Writes the articles and says what stands in them. */
  @Setup
  public void fill() {
    MadeUpNames names = new MadeUpNames();
    Random random = new Random(7);
    List<String> people = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      people.add(names.person(random));
      bodies.add(names.body(random));
    }
    Dispatches dispatches = new Dispatches(names, people, bodies);
    int words = 0;
    int statements = 0;
    for (int i = 0; i < ARTICLES; i++) {
      articles[i] = dispatches.article(i, WORDS);
      words += articles[i].split("\\s+").length;
      statements += extract(i).size();
    }
    System.out.printf(
        "%n%s%n%d words and %.1f statements an article%n",
        Machine.description(), words / ARTICLES, (double) statements / ARTICLES);
  }

  private List<Extracted> extract(int article) {
    return extractor.extract("made-up", null, articles[article], "en", List.of());
  }

  /** All statements of one article, each with its speaker. */
  @Benchmark
  public List<Extracted> statements() {
    next = (next + 1) % ARTICLES;
    return extract(next);
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(ExtractionBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx1g", "-XX:+UseParallelGC") // as the launcher does
                .build())
        .run();
  }
}
