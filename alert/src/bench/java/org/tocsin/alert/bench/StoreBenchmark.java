package org.tocsin.alert.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.archive.Cursor;
import org.tocsin.alert.archive.Page;
import org.tocsin.alert.archive.Selection;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.archive.Statistics;
import org.tocsin.alert.archive.TriagedAlert;
import org.tocsin.alert.query.Field;
import org.tocsin.alert.query.Query;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Json;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Watch;

/**
 * The store behind the desk: so many statements (first argument, 1,000,000 by default), a fifth of
 * them later sightings, and so many alerts (second argument, 100,000) with their updates and states
 * are read from records as they lie in Kafka, without the network; then it is asked what the page
 * asks, in the order of its classes, answers written out as JSON.
 */
final class StoreBenchmark {
  private static final List<Watch.Severity> SEVERITIES = List.of(Watch.Severity.values());
  private static final List<AlertState.Verdict> VERDICTS = List.of(AlertState.Verdict.values());
  private static final int DAYS = 30;
  private static final int WATCHES = 200;
  private static final int LIMIT = 100;
  private static final int WARM_UP = 30;
  private static final int RUNS = 200;

  private final World world = new World(7);
  private final Random random = new Random(11);
  private final StatementArchive statements;
  private final AlertArchive alerts;
  private final Statistics statistics;

  private StoreBenchmark(Path folder) throws IOException {
    Bounds bounds = new Bounds(Duration.ofDays(DAYS + 1), 5_000_000);
    statements = new StatementArchive(FSDirectory.open(folder.resolve("statements")), bounds);
    alerts = new AlertArchive(FSDirectory.open(folder.resolve("alerts")), bounds);
    statistics = new Statistics(statements, alerts);
  }

  public static void main(String[] args) throws IOException {
    int statements = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int alerts = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    Path folder = Files.createTempDirectory("tocsin-store-");
    System.out.printf(
        "%s %s, %d processors, heap of at most %,d MB%n",
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    StoreBenchmark benchmark = new StoreBenchmark(folder);
    benchmark.fill(statements, alerts);
    System.out.printf(
        "%,d MB of disk for statements, %,d MB for alerts; %,d MB of heap in use%n",
        disk(folder.resolve("statements")) >> 20,
        disk(folder.resolve("alerts")) >> 20,
        used() >> 20);
    benchmark.ask();
    System.out.printf("%,d MB of heap in use after that%n", used() >> 20);
    benchmark.statements.close();
    benchmark.alerts.close();
  }

  private void fill(int count, int alertCount) throws IOException {
    double statementSeconds = 0;
    double alertSeconds = 0;
    int every = Math.max(1, count / alertCount);
    int partition = 0;
    long alertOffset = 0;
    long stateOffset = 0;
    Sighting first = null;
    for (int i = 0; i < count; i++) {
      Sighting sighting =
          i % 5 == 4 && first != null
              ? world.repeat(first, 1 + i % 50)
              : world.statement(i, Math.max(1, count / DAYS));
      first = i % 5 == 0 ? sighting : first;
      byte[] record = Json.write(sighting).getBytes(StandardCharsets.UTF_8);
      long start = System.nanoTime();
      statements.take(partition, i, read(record, Sighting.class));
      statementSeconds += (System.nanoTime() - start) / 1e9;
      if (i % every == 0 && first != null) {
        Alert alert = alert(i / every, 0, first);
        alertSeconds += timed(alertOffset++, alert);
        if (i / every % 3 == 0) {
          alertSeconds += timed(alertOffset++, alert(i / every, 1, first));
        }
        if (i / every % 5 < 2) {
          start = System.nanoTime();
          alerts.take(0, stateOffset++, state(alert));
          alertSeconds += (System.nanoTime() - start) / 1e9;
        }
      }
      if (i % 250_000 == 249_999) {
        start = System.nanoTime();
        statements.commit();
        statementSeconds += (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        alerts.commit();
        alertSeconds += (System.nanoTime() - start) / 1e9;
      }
    }
    statements.commit();
    alerts.commit();
    System.out.printf(
        "%,d statements rebuilt in %.0f s (%,.0f a second), %,d alerts in %,d records and %,d"
            + " states in %.0f s%n",
        statements.size(),
        statementSeconds,
        count / statementSeconds,
        alerts.size(),
        alertOffset,
        stateOffset,
        alertSeconds);
  }

  private double timed(long offset, Alert alert) {
    byte[] record = Json.write(alert).getBytes(StandardCharsets.UTF_8);
    long start = System.nanoTime();
    alerts.take(0, offset, read(record, Alert.class));
    return (System.nanoTime() - start) / 1e9;
  }

  private static <T> T read(byte[] record, Class<T> type) {
    return Json.read(new String(record, StandardCharsets.UTF_8), type);
  }

  private Alert alert(int n, int update, Sighting sighting) {
    Watch.Severity severity = SEVERITIES.get(n % SEVERITIES.size());
    return new Alert(
        "alert-" + n,
        update,
        sighting.article().time(),
        new Alert.WatchRef("watch-" + n % WATCHES, "Watch " + n % WATCHES, 1, severity),
        sighting,
        List.of(new Alert.Reason("word", "text", "word", 0, 4)),
        1 + update,
        List.of());
  }

  private AlertState state(Alert alert) {
    boolean dismissed = random.nextInt(4) == 0;
    return new AlertState(
        alert.id(),
        dismissed ? AlertState.State.DISMISSED : AlertState.State.ACKNOWLEDGED,
        dismissed ? VERDICTS.get(random.nextInt(VERDICTS.size())) : null,
        "editor-" + random.nextInt(20),
        null,
        "bench",
        alert.rung(),
        1);
  }

  private void ask() {
    Cursor[] deep = new Cursor[1];
    measure("alerts, first page", () -> alerts(new Selection(), null));
    for (int i = 0; i < 20; i++) {
      deep[0] = alerts.list(new Selection(), 1_000, deep[0]).next();
    }
    measure("alerts, twenty thousand down", () -> alerts(new Selection(), deep[0]));
    measure(
        "alerts of a watch and severity",
        () ->
            alerts(
                new Selection()
                    .any(AlertArchive.WATCH, List.of("watch-" + random.nextInt(WATCHES)))
                    .any(AlertArchive.SEVERITY, List.of("high", "low")),
                null));
    measure(
        "alerts open, of a country, a week",
        () ->
            alerts(
                new Selection()
                    .any(AlertArchive.STATE, List.of("open"))
                    .any(Field.COUNTRY.label(), List.of(country()))
                    .between(World.BEGIN.plus(Duration.ofDays(random.nextInt(20))), null),
                null));
    measure(
        "alerts of a speaker",
        () ->
            alerts(
                new Selection()
                    .named(AlertArchive.SPEAKER_KEY, Field.SPEAKER, List.of(world.surname())),
                null));
    measure("alerts searched", () -> alerts(new Selection().text(query()), null));
    measure("statements, first page", () -> statements(new Selection(), null));
    measure(
        "statements in English, direct",
        () ->
            statements(
                new Selection()
                    .any(Field.LANGUAGE.label(), List.of("en"))
                    .any(Field.KIND.label(), List.of("direct")),
                null));
    measure(
        "statements of a source, new",
        () ->
            statements(
                new Selection()
                    .named(
                        StatementArchive.SOURCE_KEY,
                        Field.SOURCE,
                        List.of("Outlet " + random.nextInt(50)))
                    .any(StatementArchive.NOVELTY, List.of("new")),
                null));
    measure(
        "statements of a speaker",
        () ->
            statements(
                new Selection()
                    .named(StatementArchive.SPEAKER_KEY, Field.SPEAKER, List.of(world.surname())),
                null));
    measure("statements searched", () -> statements(new Selection().text(query()), null));
    measure(
        "statements, a common word",
        () -> statements(new Selection().text(Query.parse(world.commonWord())), null));
    measure("speakers of 30 days", () -> Json.write(statistics.speakers(List.of(), DAYS, 100)));
    measure("countries of 30 days", () -> Json.write(statistics.countries(DAYS)));
    measure("a country's page", () -> Json.write(statistics.ofCountry(country(), DAYS, 30)));
    measure("figures of the watches", () -> Json.write(statistics.figures(DAYS)));
  }

  private Query query() {
    return Query.parse(world.query());
  }

  private String country() {
    String[] codes = Locale.getISOCountries();
    return codes[random.nextInt(30)];
  }

  private String alerts(Selection wanted, @Nullable Cursor after) {
    Page<TriagedAlert> page = alerts.list(wanted, LIMIT, after);
    return Json.write(page.entries());
  }

  private String statements(Selection wanted, @Nullable Cursor after) {
    return String.join(",", statements.listJson(wanted, LIMIT, after).entries());
  }

  private static void measure(String what, Supplier<String> question) {
    long[] nanos = new long[RUNS];
    long characters = 0;
    for (int i = -WARM_UP; i < RUNS; i++) {
      long start = System.nanoTime();
      characters = question.get().length();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-36s median %6.1f ms, p95 %6.1f ms, slowest %6.1f ms  (%,d characters)%n",
        what,
        nanos[RUNS / 2] / 1e6,
        nanos[RUNS * 95 / 100] / 1e6,
        nanos[RUNS - 1] / 1e6,
        characters);
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
