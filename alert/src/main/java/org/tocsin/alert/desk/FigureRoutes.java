package org.tocsin.alert.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tocsin.alert.archive.Count;
import org.tocsin.alert.archive.Portrait;
import org.tocsin.alert.archive.Statistics;
import org.tocsin.alert.archive.Trial;
import org.tocsin.service.Limit;

/** The API of what is counted: speakers, countries, watches. */
final class FigureRoutes {
  /** Of countries and actors of a portrait. */
  private static final int MOST = 30;

  private static final int LONGEST_ID = 1_000;

  private final Statistics statistics;

  /** A speaker and how much was heard of them. */
  record Heard(String id, String name, long statements, Instant last) {}

  /** Something and how often it stands beside. */
  record Beside(String id, String name, long count) {
    static List<Beside> of(List<Count> counts) {
      return counts.stream().map(c -> new Beside(c.id(), c.name(), c.count())).toList();
    }
  }

  /** A country and how often it stands beside. */
  record Place(String code, long count) {
    static List<Place> of(List<Count> counts) {
      return counts.stream().map(c -> new Place(c.id(), c.count())).toList();
    }
  }

  /** A speaker's page. */
  record SpeakerPage(
      String id,
      String name,
      List<Trial.Day> days,
      List<Beside> watches,
      List<Place> countries,
      List<Beside> actors) {}

  /** A country's page. */
  record CountryPage(
      String code,
      List<Trial.Day> days,
      List<Beside> watches,
      List<Place> countries,
      List<Beside> actors,
      List<Beside> speakers) {}

  FigureRoutes(Statistics statistics) {
    this.statistics = statistics;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/speakers", this::speakers);
    routes.get("/api/speakers/{id}", this::speaker);
    routes.get("/api/countries", ctx -> ctx.json(statistics.countries(Requests.days(ctx))));
    routes.get("/api/countries/{code}", this::country);
    routes.get("/api/watches/figures", ctx -> ctx.json(statistics.figures(Requests.days(ctx))));
  }

  private void speakers(Context ctx) {
    List<Count> speakers =
        statistics.speakers(Requests.values(ctx, "q"), Requests.days(ctx), Limit.of(ctx));
    ctx.json(speakers.stream().map(s -> new Heard(s.id(), s.name(), s.count(), s.last())).toList());
  }

  private void speaker(Context ctx) {
    String id = ctx.pathParam("id");
    if (id.length() > LONGEST_ID) {
      throw new BadRequestResponse("a speaker's id is shorter");
    }
    int days = Requests.days(ctx);
    Portrait portrait = statistics.ofSpeaker(id, days, MOST);
    if (portrait.speakers().isEmpty()) {
      throw new NotFoundResponse("nobody of that id or name said anything new in those days");
    }
    Count speaker = portrait.speakers().get(0);
    ctx.json(
        new SpeakerPage(
            speaker.id(),
            speaker.name(),
            portrait.days(),
            Beside.of(statistics.watchesOfSpeaker(id, days, MOST)),
            Place.of(portrait.countries()),
            Beside.of(
                portrait.actors().stream().filter(a -> !a.id().equals(speaker.id())).toList())));
  }

  private void country(Context ctx) {
    String code = ctx.pathParam("code").toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z]{2}")) {
      throw new BadRequestResponse("a country has a code of two letters, such as NO");
    }
    int days = Requests.days(ctx);
    Portrait portrait = statistics.ofCountry(code, days, MOST);
    ctx.json(
        new CountryPage(
            code,
            portrait.days(),
            Beside.of(statistics.watchesOfCountry(code, days, MOST)),
            Place.of(portrait.countries().stream().filter(c -> !c.id().equals(code)).toList()),
            Beside.of(portrait.actors()),
            Beside.of(portrait.speakers())));
  }
}
