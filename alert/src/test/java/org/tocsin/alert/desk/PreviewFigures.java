package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.tocsin.alert.query.Query;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Json;
import org.tocsin.service.Limit;

/** The figures and lists of the preview: invented, but always the same ones. */
final class PreviewFigures {
  private static final int DAYS = 30;

  private final PreviewDesk desk;
  private final Clock clock;
  private final JsonNode figures = PreviewNews.read("figures.json");

  PreviewFigures(PreviewDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/watches/figures", ctx -> ctx.json(watchFigures()));
    routes.get("/api/watches/{id}/calm", ctx -> ctx.json(figures.get("calm")));
    routes.get("/api/watches/{id}/versions", this::versions);
    routes.post("/api/watches/{id}/snooze", ctx -> ctx.json(Requests.body(ctx)));
    routes.get("/api/watch-templates", ctx -> ctx.json(figures.get("templates")));
    routes.get(
        "/api/notifiers",
        ctx -> ctx.json(List.of(Map.of("id", "night-desk"), Map.of("id", "mail"))));
    routes.get("/api/statements", this::statements);
    routes.get("/api/speakers", this::speakers);
    routes.get("/api/speakers/{id}", ctx -> ctx.json(profile(ctx.pathParam("id"))));
    routes.get("/api/countries", ctx -> ctx.json(figures.get("countries")));
    routes.get("/api/countries/{code}", ctx -> ctx.json(country(ctx.pathParam("code"))));
    routes.get("/api/sources", ctx -> ctx.json(sources()));
    routes.get("/api/audit", ctx -> ctx.json(audit()));
    routes.get("/api/system", ctx -> ctx.json(figures.get("system")));
    routes.get("/api/dead-letters", ctx -> ctx.json(deadLetters()));
    routes.get("/api/dead-letters/{id}", ctx -> ctx.json(figures.get("deadLetter")));
    routes.post("/api/dead-letters/{id}/replay", ctx -> ctx.status(204));
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** A wave of numbers that differs by seed. */
  private static int wave(int seed, int day) {
    double swing = Math.sin((day + seed * 3) / 3.1) + Math.sin((day * (seed + 2)) / 7.7);
    return (int) Math.max(0, Math.round(4 + 3 * swing));
  }

  private ArrayNode days(int seed, int count) {
    ArrayNode days = Json.mapper().createArrayNode();
    for (int i = 0; i < count; i++) {
      days.addObject()
          .put("day", today(clock).minusDays(count - 1L - i).toString())
          .put("count", wave(seed, i));
    }
    return days;
  }

  private ArrayNode watchFigures() {
    ArrayNode all = Json.mapper().createArrayNode();
    int seed = 0;
    for (ObjectNode watch : desk.watches()) {
      ObjectNode one = all.addObject().set("id", watch.get("id"));
      ArrayNode days = one.putArray("days");
      for (JsonNode day : days(seed, DAYS)) {
        int count = day.get("count").asInt();
        days.addObject()
            .put("day", day.get("day").asText())
            .put("rang", count)
            .put("held", Math.max(0, count - 7));
      }
      one.putObject("verdicts").put("good", 20 + seed).put("not-new", seed).put("off-topic", 2);
      one.put("precision", seed == 3 ? null : Double.valueOf((20 + seed) / (22.0 + 2 * seed)));
      seed++;
    }
    return all;
  }

  private void versions(Context ctx) {
    ObjectNode now =
        desk.watches().stream()
            .filter(w -> w.get("id").asText().equals(ctx.pathParam("id")))
            .findFirst()
            .orElseThrow(io.javalin.http.NotFoundResponse::new);
    ObjectNode older = now.deepCopy();
    older
        .put("version", 1)
        .put("query", "port AND closure")
        .put("severity", "medium")
        .put("author", "Olav");
    older
        .put("updated", clock.instant().minus(Duration.ofDays(40)).toString())
        .put("note", "First try");
    ctx.json(List.of(now, older));
  }

  ObjectNode trial(ObjectNode body) {
    Query query = Query.parse(body.path("query").asText());
    List<ObjectNode> all = desk.sightings();
    ObjectNode trial = PreviewNews.object();
    trial
        .put("statements", all.size() * 40)
        .put("from", clock.instant().minus(Duration.ofDays(7)).toString());
    ArrayNode hits = trial.putArray("hits");
    for (ObjectNode sighting : all) {
      query
          .match(PreviewNews.record(sighting))
          .ifPresent(
              why -> {
                ObjectNode hit = hits.addObject();
                hit.set("sighting", sighting);
                hit.set("why", Json.mapper().<JsonNode>valueToTree(List.<Alert.Reason>copyOf(why)));
              });
    }
    int days = body.path("days").asInt(7);
    trial.put("count", hits.size() * 3).put("alertsPerDay", hits.size() * 3.0 / days);
    trial.set("days", hits.isEmpty() ? Json.mapper().createArrayNode() : days(hits.size(), days));
    trial.putArray("missed");
    ArrayNode near = trial.putArray("nearMisses");
    near.addObject().put("missing", "clos*").set("sighting", all.get(2));
    return trial.putNull("saved");
  }

  private void statements(Context ctx) {
    String q = ctx.queryParam("q");
    List<ObjectNode> found =
        desk.sightings().stream()
            .filter(s -> q == null || Json.write(s).contains(q))
            .filter(s -> asked(ctx, "speaker", s.at("/statement/speaker/name")))
            .filter(s -> asked(ctx, "country", s.at("/countries/0/code")))
            .limit(Limit.of(ctx))
            .toList();
    ctx.header("X-Total-Count", String.valueOf(found.size() * 7)).json(found);
  }

  private static boolean asked(Context ctx, String parameter, JsonNode value) {
    String wanted = ctx.queryParam(parameter);
    return wanted == null || wanted.equals(value.asText());
  }

  private void speakers(Context ctx) {
    String q = ctx.queryParam("q");
    ArrayNode all = Json.mapper().createArrayNode();
    for (int turn = 0; turn < desk.news.size(); turn++) {
      JsonNode item = desk.news.item(turn);
      String name = item.get("speaker").asText();
      if (!item.get("speaker").isNull() && (q == null || name.contains(q))) {
        all.addObject()
            .put("id", item.get("actor").isNull() ? name : item.get("actor").asText())
            .put("name", name)
            .put("statements", 84 - 6 * turn)
            .put("last", clock.instant().minus(Duration.ofHours(turn)).toString());
      }
    }
    ctx.json(all);
  }

  private ObjectNode profile(String id) {
    ObjectNode profile = figures.get("profile").deepCopy();
    String name = "Mira Oldenburg";
    for (int turn = 0; turn < desk.news.size(); turn++) {
      name =
          desk.news.item(turn).get("actor").asText().equals(id)
              ? desk.news.item(turn).get("speaker").asText()
              : name;
    }
    profile.put("id", id).put("name", name).set("days", days(name.length(), DAYS));
    return profile;
  }

  private ObjectNode country(String code) {
    ObjectNode profile = profile(code);
    profile.put("id", code).put("name", code);
    return profile.set("speakers", figures.at("/profile/actors"));
  }

  private ArrayNode sources() {
    ArrayNode sources = figures.get("sources").deepCopy();
    Instant now = clock.instant();
    for (JsonNode source : sources) {
      ObjectNode health = (ObjectNode) source.get("health");
      Instant last = now.minusSeconds(health.get("rhythm").asLong() / 3);
      ((ObjectNode) source).put("latest", last.toString());
      health.put("last", last.toString()).put("next", now.plusSeconds(300).toString());
    }
    return sources;
  }

  private ArrayNode deadLetters() {
    ArrayNode letters = figures.get("deadLetters").deepCopy();
    letters.forEach(
        letter ->
            ((ObjectNode) letter).put("time", clock.instant().minusSeconds(5_000).toString()));
    return letters;
  }

  private ArrayNode audit() {
    ArrayNode entries = figures.get("audit").deepCopy();
    for (int i = 0; i < entries.size(); i++) {
      Instant time = clock.instant().minusSeconds(1_700L * i + 60);
      ((ObjectNode) entries.get(i)).put("time", time.toString());
    }
    return entries;
  }

  /** Everything about an alert. */
  ObjectNode page(ObjectNode alert) {
    return new PreviewAlertPage(desk).of(alert);
  }
}
