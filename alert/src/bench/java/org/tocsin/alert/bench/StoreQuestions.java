package org.tocsin.alert.bench;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Cursor;
import org.tocsin.alert.archive.Page;
import org.tocsin.alert.archive.Selection;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.archive.Statistics;
import org.tocsin.alert.archive.TriagedAlert;
import org.tocsin.alert.query.Field;
import org.tocsin.alert.query.Query;
import org.tocsin.contract.Json;

/** What the desk's page asks of its store, answers written out as JSON. */
final class StoreQuestions {
  private static final int DAYS = 30;
  private static final int LIMIT = 100;
  private static final int WARM_UP = 30;
  private static final int RUNS = 200;

  private final World world = new World(7);
  private final Random random = new Random(11);
  private final StatementArchive statements;
  private final AlertArchive alerts;
  private final Statistics statistics;

  StoreQuestions(StatementArchive statements, AlertArchive alerts) {
    this.statements = statements;
    this.alerts = alerts;
    this.statistics = new Statistics(statements, alerts, ZoneOffset.UTC);
  }

  /** Asks all of them and prints how long each took. */
  void ask() {
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
                    .any(AlertArchive.WATCH, List.of("watch-" + random.nextInt(StoreNews.WATCHES)))
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
}
