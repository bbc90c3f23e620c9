package org.tocsin.alert.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.archive.Trial;
import org.tocsin.alert.archive.WatchTrial;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.query.QueryException;

/**
 * Tries watches on so many stored statements of thirty days (first argument, 3,000,000 by default)
 * in a folder (second argument): the time each takes, and the memory and disk all takes.
 */
final class TrialBenchmark {
  private static final int DAYS = 30;
  private static final int TRIALS = 60;

  private TrialBenchmark() {}

  public static void main(String[] args) throws IOException {
    int statements = args.length > 0 ? Integer.parseInt(args[0]) : 3_000_000;
    Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("tocsin-trial-");
    World world = new World(7);
    try (StatementArchive archive =
        new StatementArchive(FSDirectory.open(folder), Bounds.of(Duration.ofDays(DAYS)))) {
      fill(archive, world, statements);
      System.out.printf(
          "%,d MB on disk, %,d MB of heap in use%n", disk(folder) >> 20, used() >> 20);
      attempt(new WatchTrial(archive, ZoneOffset.UTC), world);
      System.out.printf("%,d MB of heap in use after that%n", used() >> 20);
    }
  }

  private static void fill(StatementArchive archive, World world, int statements)
      throws IOException {
    long start = System.nanoTime();
    for (int i = (int) archive.next(0); i < statements; i++) {
      archive.take(0, i, world.statement(i, Math.max(1, statements / DAYS)));
      if (i % 500_000 == 499_999) {
        archive.commit();
      }
    }
    archive.commit();
    System.out.printf(
        "%,d statements, read in %.0f s%n", statements, (System.nanoTime() - start) / 1e9);
  }

  private static void attempt(WatchTrial trial, World world) {
    double[] seconds = new double[TRIALS];
    for (int i = 0; i < TRIALS; i++) {
      String query = world.query();
      long start = System.nanoTime();
      trial.run(Query.parse(query), world.watch(i), DAYS);
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    System.out.printf("first trial %.2f s%n", seconds[0]);
    Arrays.sort(seconds);
    System.out.printf(
        "%d made-up watches, each against another: median %.3f s, slowest %.2f s%n",
        TRIALS, seconds[TRIALS / 2], seconds[TRIALS - 1]);
    for (String query :
        List.of(
            "language:en",
            "country:AD",
            "ban* OR pro* OR con*",
            "language:en kind:direct outlets:>=2")) {
      broad(trial, query);
    }
  }

  /** What finds half of everything is answered or refused, but not for long. */
  private static void broad(WatchTrial trial, String query) {
    long start = System.nanoTime();
    String answer;
    try {
      Trial result = trial.run(Query.parse(query), null, DAYS);
      answer = "%,9d hits of %,d".formatted(result.count(), result.statements());
    } catch (QueryException e) {
      answer = "refused: " + e.getMessage();
    }
    System.out.printf("%-40s %s in %.2f s%n", query, answer, (System.nanoTime() - start) / 1e9);
  }

  private static long disk(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
