package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.Query;
import org.tocsin.contract.Json;

/** What a desk knows, in memory: alerts, their states, watches, and everything that happened. */
final class PreviewDesk {
  private static final Duration APART = Duration.ofMinutes(23);

  final PreviewNews news = new PreviewNews();
  private final Clock clock;
  private final List<ObjectNode> sightings = new ArrayList<>(); // oldest first
  private final Map<String, ObjectNode> alerts = new LinkedHashMap<>(); // oldest first
  private final Map<String, ObjectNode> watches = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();

  /** What the stream tells. The id is its place, from 1. */
  record Event(int id, String name, String data) {}

  PreviewDesk(Clock clock, int past) {
    this.clock = clock;
    news.watches(clock.instant()).forEach(watch -> watches.put(id(watch), (ObjectNode) watch));
    for (int turn = 0; turn < past; turn++) {
      ring(turn, clock.instant().minus(APART.multipliedBy(past - turn)), false);
    }
    if (past > 6) {
      furnish(past);
    }
  }

  /** A past that people worked on. */
  private void furnish(int past) {
    later(past - 1, 3);
    later(past - 3, 11);
    triage(
        "preview-" + (past - 2),
        "acknowledged",
        null,
        "Ingrid",
        "Called the harbour office; they confirm.");
    triage("preview-" + (past - 5), "dismissed", "not-new", null, null);
    known("preview-" + (past - 4)).put("held", "budget-hour");
    group(past - 1, 4);
  }

  /** Other statements of its story are told by an alert. */
  private void group(int turn, int others) {
    ObjectNode alert = known("preview-" + turn);
    for (int i = 1; i <= others; i++) {
      Instant time = Instant.parse(alert.get("rung").asText()).plus(Duration.ofMinutes(i));
      ObjectNode part = alert.withArray("parts").addObject();
      part.put("alert", "part-" + turn + "-" + i).put("time", time.toString());
      part.set("sighting", news.sighting(turn + 1 + i % 2, time));
      part.putArray("why");
      part.put("sightings", 1).putNull("held");
    }
    alert.put("grouped", others);
  }

  private static String id(JsonNode node) {
    return node.get("id").asText();
  }

  synchronized Collection<ObjectNode> watches() {
    return List.copyOf(watches.values());
  }

  synchronized Optional<ObjectNode> alert(String id) {
    return Optional.ofNullable(alerts.get(id));
  }

  private ObjectNode known(String id) {
    return java.util.Objects.requireNonNull(alerts.get(id), id);
  }

  /** The newest first. */
  synchronized List<ObjectNode> alerts() {
    List<ObjectNode> newest = new ArrayList<>(alerts.values());
    java.util.Collections.reverse(newest);
    return newest;
  }

  synchronized List<ObjectNode> sightings() {
    List<ObjectNode> newest = new ArrayList<>(sightings);
    java.util.Collections.reverse(newest);
    return newest;
  }

  /** The next item of news comes in and rings whatever watch matches it. */
  synchronized void ring() {
    ring(sightings.size(), clock.instant(), true);
  }

  private void ring(int turn, Instant time, boolean told) {
    ObjectNode sighting = news.sighting(turn, time);
    sightings.add(sighting);
    for (ObjectNode watch : watches.values()) {
      String query = watch.get("query").asText();
      Query.parse(query)
          .match(PreviewNews.record(sighting))
          .ifPresent(
              why -> rang(turn, time, watch, sighting, Json.mapper().valueToTree(why), told));
    }
  }

  private void rang(
      int turn, Instant time, ObjectNode watch, ObjectNode sighting, JsonNode why, boolean told) {
    boolean own = id(watch).equals(news.watch(turn));
    ObjectNode alert = PreviewNews.object();
    alert.put("id", own ? "preview-" + turn : "preview-" + turn + "-" + id(watch));
    alert.put("update", 0).put("rung", time.toString());
    alert
        .putObject("watch")
        .put("id", id(watch))
        .put("name", watch.get("name").asText())
        .put("version", watch.get("version").asInt())
        .put("severity", watch.get("severity").asText());
    alert.set("sighting", sighting);
    alert.set("why", why);
    alert.put("sightings", 1).putNull("held").putNull("state");
    alert.putArray("later");
    alert.putArray("parts");
    alert.putArray("followUps");
    alerts.put(id(alert), alert);
    if (told) {
      tell("alert", alert);
    }
  }

  /** Other outlets carry the statement of an alert. */
  synchronized void later(int turn, int outlets) {
    ObjectNode alert = known("preview-" + turn);
    Instant rung = Instant.parse(alert.get("rung").asText());
    for (int i = 1; i <= outlets; i++) {
      alert
          .withArray("later")
          .addObject()
          .put("statement", "l" + turn + "-" + i)
          .put("article", "b" + turn + "-" + i)
          .put("url", "https://wire.example/b" + turn + "-" + i)
          .put("source", i % 2 == 0 ? "Coast Wire" : "Evening Post")
          .put("time", rung.plus(Duration.ofMinutes(7L * i)).toString());
    }
    alert.put("sightings", 1 + alert.get("later").size());
    alert.put("update", alert.get("update").asInt() + 1);
    tell("sighting", alert);
  }

  synchronized ObjectNode triage(
      String id,
      String state,
      @Nullable String verdict,
      @Nullable String assignee,
      @Nullable String note) {
    ObjectNode value = PreviewNews.object();
    value
        .put("alert", id)
        .put("state", state)
        .put("verdict", verdict)
        .put("assignee", assignee)
        .put("note", note)
        .put("by", "Ingrid")
        .put("updated", clock.instant().toString());
    known(id).set("state", value);
    tell("state", value);
    return value;
  }

  synchronized ObjectNode save(String id, ObjectNode watch) {
    int version = watches.containsKey(id) ? watches.get(id).get("version").asInt() + 1 : 1;
    watch.put("id", id).put("version", version).put("updated", clock.instant().toString());
    watches.put(id, watch);
    return watch;
  }

  synchronized void remove(String id) {
    watches.remove(id);
  }

  private void tell(String name, JsonNode data) {
    events.add(new Event(events.size() + 1, name, Json.write(data)));
    notifyAll();
  }

  synchronized int position() {
    return events.size();
  }

  /** What happened after an event; waits a while for it. */
  synchronized List<Event> after(int id, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    for (long left = millis; events.size() <= id && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return List.copyOf(events.subList(Math.min(id, events.size()), events.size()));
  }
}
