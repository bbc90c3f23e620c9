package org.tocsin.alert.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.lucene.store.FSDirectory;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.ArchiveReader;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.desk.DeskReader;
import org.tocsin.alert.desk.DeskView;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/**
 * The store behind the desk as a new instance builds it: topics on a running broker (first
 * argument, {@code 127.0.0.1:9092}) are filled with so many statements (second, 1,000,000) and
 * alerts (third, 100,000); then both readers of the service fill an empty folder from them at once.
 * After that it is asked what the page asks.
 */
final class RebuildBenchmark {
  private static final int EVENTS = 5_000;

  private final StatementArchive statements;
  private final AlertArchive alerts;
  private final Settings settings;
  private long mostHeap;

  private RebuildBenchmark(Path folder, Settings settings) throws java.io.IOException {
    Bounds bounds = new Bounds(Duration.ofDays(31), 5_000_000);
    this.settings = settings;
    statements = new StatementArchive(FSDirectory.open(folder.resolve("statements")), bounds);
    alerts = new AlertArchive(FSDirectory.open(folder.resolve("alerts")), bounds);
  }

  public static void main(String[] args) throws Exception {
    String servers = args.length > 0 ? args[0] : "127.0.0.1:9092";
    int statementCount = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    int alertCount = args.length > 2 ? Integer.parseInt(args[2]) : 100_000;
    Path folder = Files.createTempDirectory("tocsin-rebuild-");
    Machine.print();
    try (Cluster cluster = new Cluster(servers)) {
      long start = System.nanoTime();
      new StoreNews().write(statementCount, alertCount, cluster);
      cluster.flush();
      System.out.printf(
          "%,d MB written to %s in %.0f s%n", cluster.bytes() >> 20, servers, since(start));
      RebuildBenchmark benchmark = new RebuildBenchmark(folder, cluster.settings());
      benchmark.rebuild(statementCount, alertCount);
      Machine.printStore(folder);
      new StoreQuestions(benchmark.statements, benchmark.alerts).ask();
      benchmark.statements.close();
      benchmark.alerts.close();
    }
  }

  private void rebuild(int statementCount, int alertCount) throws Exception {
    DeskView view =
        new DeskView(
            settings.get(KafkaSettings.PREFIX), alerts, new DeskView.Capacity(EVENTS, Long.MAX_VALUE, EVENTS));
    long start = System.nanoTime();
    try (DeskReader desk = new DeskReader(view, settings, EVENTS);
        ArchiveReader archive = new ArchiveReader(statements, settings)) {
      desk.start();
      archive.start();
      double ofAlerts = await(start, () -> desk.readiness().ready());
      double ofStatements = await(start, () -> statements.size() >= statementCount);
      System.out.printf(
          "%,d alerts rebuilt in %.0f s, %,d statements in %.0f s (%,.0f a second), both at once;"
              + " at most %,d MB of heap, garbage included%n",
          alerts.size(),
          ofAlerts,
          statements.size(),
          ofStatements,
          statements.size() / ofStatements,
          mostHeap >> 20);
    }
    if (alerts.size() != alertCount) {
      throw new IllegalStateException("there are " + alerts.size() + " alerts");
    }
  }

  private double await(long start, BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      Runtime machine = Runtime.getRuntime();
      mostHeap = Math.max(mostHeap, machine.totalMemory() - machine.freeMemory());
      TimeUnit.SECONDS.sleep(1);
    }
    return since(start);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
