package org.tocsin.alert.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.tocsin.alert.query.LuceneDocument;
import org.tocsin.alert.query.LuceneQueries;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.query.Subject;
import org.tocsin.alert.query.WatchIndex;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Watch;

/**
 * One thread matches statements against many watches: own index, the same while watches change, and
 * Lucene's monitor with the same queries, with both of its pre-filters. Arguments: numbers of
 * watches (1000 100000).
 */
final class MatchBenchmark {
  /**
   * Time on the processor: what a statement costs, also where other programs want the same core.
   */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final int WARM_UP = 12_000;
  private static final int MEASURED = 20_000;
  private static final int MONITORED = 300;
  private static final int PASSES = 4;
  private static final int CHANGES_A_MINUTE = 1_000;

  private MatchBenchmark() {}

  public static void main(String[] args) throws Exception {
    System.out.printf(
        "java %s, %d processors, heap at most %d MB%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    int[] sizes =
        args.length == 0
            ? new int[] {1_000, 100_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    for (int size : sizes) {
      run(size);
    }
  }

  private static void run(int size) throws Exception {
    World world = new World(7);
    List<Watch> watches = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      watches.add(world.watch(i));
    }
    List<Sighting> statements = new ArrayList<>();
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      statements.add(world.statement(i, 100_000));
    }
    long before = used();
    long start = System.nanoTime();
    WatchIndex index = new WatchIndex();
    watches.forEach(watch -> index.put(WatchIndex.Entry.of(watch)));
    System.out.printf(
        "%,d watches: filed in %.1f s, %,d MB%n",
        size, (System.nanoTime() - start) / 1e9, (used() - before) >> 20);
    measure("own index", statements, WARM_UP, MEASURED, s -> index.match(s).size());
    changing(index, world, statements, watches);
    System.out.printf(
        "memory after that: %,d MB for %,d watches%n", (used() - before) >> 20, index.size());
    monitor("monitor, default pre-filter", watches, statements, new TermFilteredPresearcher());
    monitor(
        "monitor, multipass pre-filter",
        watches,
        statements,
        new MultipassTermFilteredPresearcher(PASSES));
  }

  private static void changing(
      WatchIndex index, World world, List<Sighting> statements, List<Watch> watches)
      throws InterruptedException {
    List<WatchIndex.Entry> changed = new ArrayList<>();
    for (int i = 0; i < CHANGES_A_MINUTE; i++) {
      Watch next = world.watch(i % watches.size());
      changed.add(WatchIndex.Entry.of(next));
    }
    AtomicInteger made = new AtomicInteger();
    Thread changer =
        new Thread(
            () -> {
              try {
                for (WatchIndex.Entry entry : changed) {
                  index.put(entry);
                  made.incrementAndGet();
                  Thread.sleep(60_000 / CHANGES_A_MINUTE);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    measure("own index again", statements, WARM_UP, MEASURED, s -> index.match(s).size());
    changer.start();
    measure(
        "own index, 1,000 changes a minute",
        statements,
        WARM_UP,
        MEASURED,
        s -> index.match(s).size());
    System.out.printf("%,d changes meanwhile%n", made.get());
    changer.interrupt();
    changer.join();
  }

  private static void monitor(
      String name, List<Watch> watches, List<Sighting> statements, Presearcher presearcher)
      throws IOException {
    long before = used();
    LuceneQueries queries =
        new LuceneQueries(n -> n <= 1 ? new MatchAllDocsQuery() : new MatchNoDocsQuery());
    try (Monitor monitor =
        new Monitor(new KeywordAnalyzer(), presearcher, new MonitorConfiguration())) {
      List<MonitorQuery> batch = new ArrayList<>();
      for (Watch watch : watches) {
        batch.add(new MonitorQuery(watch.id(), queries.of(Query.parse(watch.query()).root())));
        if (batch.size() == 5_000) {
          monitor.register(batch);
          batch.clear();
        }
      }
      monitor.register(batch);
      measure(
          name,
          statements,
          MONITORED / 4,
          MONITORED,
          statement -> {
            Document document = new Document();
            LuceneDocument.of(Subject.of(statement)).forEach(document::add);
            try {
              return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatchCount();
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
      System.out.printf("monitor's memory: %,d MB%n", (used() - before) >> 20);
    }
  }

  private static void measure(
      String name, List<Sighting> statements, int warmUp, int count, ToIntFunction<Sighting> work) {
    long warmed = 0;
    for (int i = 0; i < warmUp; i++) {
      warmed += work.applyAsInt(statements.get(i));
    }
    if (warmed < 0) {
      throw new IllegalStateException("nothing can match less than nothing: " + warmed);
    }
    long[] nanos = new long[count];
    long[] worked = new long[count];
    long matches = 0;
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      long startWork = THREADS.getCurrentThreadCpuTime();
      matches += work.applyAsInt(statements.get(WARM_UP + i));
      worked[i] = THREADS.getCurrentThreadCpuTime() - startWork;
      nanos[i] = System.nanoTime() - start;
    }
    System.out.printf(
        "%-36s %s; on the clock %s; %.1f matches each%n",
        name, percentiles(worked), percentiles(nanos), (double) matches / count);
  }

  private static String percentiles(long[] nanos) {
    Arrays.sort(nanos);
    int count = nanos.length;
    return String.format(
        Locale.ROOT,
        "p50 %.1f us, p99 %.1f us, mean %.1f us",
        nanos[count / 2] / 1e3,
        nanos[count * 99 / 100] / 1e3,
        Arrays.stream(nanos).average().orElseThrow() / 1e3);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
