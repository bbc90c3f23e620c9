package org.tocsin.alert.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.store.FSDirectory;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Json;
import org.tocsin.contract.Sighting;

/**
 * The store behind the desk: so many statements (first argument, 1,000,000 by default) and so many
 * alerts (second argument, 100,000) are read from records as they lie in Kafka, without the
 * network; then it is asked what the page asks, in the order of its classes.
 */
final class StoreBenchmark implements StoreNews.Sink {
  private static final int COMMIT_EVERY = 250_000;

  private final StatementArchive statements;
  private final AlertArchive alerts;
  private long statementOffset;
  private long alertOffset;
  private long stateOffset;
  private double statementSeconds;
  private double alertSeconds;

  private StoreBenchmark(Path folder) throws IOException {
    Bounds bounds = new Bounds(Duration.ofDays(31), 5_000_000);
    statements = new StatementArchive(FSDirectory.open(folder.resolve("statements")), bounds);
    alerts = new AlertArchive(FSDirectory.open(folder.resolve("alerts")), bounds);
  }

  public static void main(String[] args) throws IOException {
    int statements = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int alerts = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    Path folder = Files.createTempDirectory("tocsin-store-");
    Machine.print();
    StoreBenchmark benchmark = new StoreBenchmark(folder);
    new StoreNews().write(statements, alerts, benchmark);
    benchmark.commit();
    benchmark.print();
    Machine.printStore(folder);
    new StoreQuestions(benchmark.statements, benchmark.alerts).ask();
    System.out.printf("%,d MB of heap in use after that%n", Machine.used() >> 20);
    benchmark.statements.close();
    benchmark.alerts.close();
  }

  @Override
  public void statement(Sighting sighting) {
    byte[] record = record(sighting);
    long start = System.nanoTime();
    statements.take(0, statementOffset++, read(record, Sighting.class));
    statementSeconds += since(start);
    if (statementOffset % COMMIT_EVERY == 0) {
      commit();
    }
  }

  @Override
  public void alert(Alert alert) {
    byte[] record = record(alert);
    long start = System.nanoTime();
    alerts.take(0, alertOffset++, read(record, Alert.class));
    alertSeconds += since(start);
  }

  @Override
  public void state(AlertState state) {
    byte[] record = record(state);
    long start = System.nanoTime();
    alerts.take(0, stateOffset++, read(record, AlertState.class));
    alertSeconds += since(start);
  }

  private void commit() {
    try {
      long start = System.nanoTime();
      statements.commit();
      statementSeconds += since(start);
      start = System.nanoTime();
      alerts.commit();
      alertSeconds += since(start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static byte[] record(Object value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T read(byte[] record, Class<T> type) {
    return Json.read(new String(record, StandardCharsets.UTF_8), type);
  }

  private void print() {
    System.out.printf(
        "%,d statements rebuilt in %.0f s (%,.0f a second), %,d alerts in %,d records and %,d"
            + " states in %.0f s%n",
        statements.size(),
        statementSeconds,
        statementOffset / statementSeconds,
        alerts.size(),
        alertOffset,
        stateOffset,
        alertSeconds);
  }
}
