package org.tocsin.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Part;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;
import org.tocsin.contract.Watch;

/** Invented statements, watches and alerts for tests. */
public final class Samples {
  /** Noon of an ordinary day; every test counts from here. */
  public static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private Samples() {}

  /** A first sighting that a harbour master of Valdoria made in the Harbour Gazette. */
  public static Sighting sighting(String id, String text) {
    return sighting(id, text, "en", "Mira Oldenburg", Lane.LIVE, NOON);
  }

  public static Sighting sighting(
      String id, String text, String language, @Nullable String speaker, Lane lane, Instant time) {
    return sighting(statement(id, text, speaker, null), language, lane, time, "article-of-" + id);
  }

  /** A copy of the statement {@code of}. */
  public static Sighting repeat(String id, String of, Instant time) {
    return repeat(id, of, time, Lane.LIVE);
  }

  public static Sighting repeat(String id, String of, Instant time, Lane lane) {
    Statement copy =
        statement(id, "The port will close.", "Mira Oldenburg", new FirstSeen(of, "article"));
    return sighting(copy, "en", lane, time, "article-of-" + id);
  }

  /** The same sighting in the pages of another outlet. */
  public static Sighting in(String outlet, Sighting sighting) {
    Sighting.Source article = sighting.article();
    return in(sighting, article.revision(), outlet, article.received());
  }

  /** The same sighting, taken in at another time; null where nobody noted when. */
  public static Sighting received(@Nullable Instant received, Sighting sighting) {
    Sighting.Source article = sighting.article();
    return in(sighting, article.revision(), article.name(), received);
  }

  /** The same sighting in the next revision of its article. */
  public static Sighting revised(Sighting sighting) {
    Sighting.Source article = sighting.article();
    return in(sighting, article.revision() + 1, article.name(), article.received());
  }

  private static Sighting in(
      Sighting sighting, int revision, String outlet, @Nullable Instant received) {
    Sighting.Source article = sighting.article();
    return new Sighting(
        sighting.statement(),
        new Sighting.Source(
            article.id(),
            revision,
            article.url(),
            outlet,
            article.title(),
            article.language(),
            article.time(),
            received,
            article.zone(),
            article.story()),
        sighting.context(),
        sighting.countries(),
        sighting.actors(),
        sighting.lane());
  }

  private static Statement statement(
      String id, String text, @Nullable String speaker, @Nullable FirstSeen first) {
    return new Statement(
        id,
        Statement.Kind.DIRECT,
        Part.TEXT,
        10,
        10 + text.length(),
        text,
        List.of(),
        speaker == null
            ? null
            : new Speaker(speaker, "VALPORT", Part.TEXT, 0, 3, "the harbour master", List.of()),
        "said",
        "test",
        first == null ? Novelty.NEW : Novelty.REPEAT,
        first);
  }

  private static Sighting sighting(
      Statement statement, String language, Lane lane, Instant time, String article) {
    return new Sighting(
        statement,
        new Sighting.Source(
            article,
            0,
            "https://www.harbour-gazette.example/news/" + article,
            "Harbour Gazette",
            "News from the port",
            language,
            time,
            time,
            null,
            "story-1"),
        new Sighting.Context(0, "She said: " + statement.text()),
        List.of(
            new Sighting.Country("NO", CountryTag.Role.ABOUT),
            new Sighting.Country("DK", CountryTag.Role.MENTIONED)),
        List.of(
            new Sighting.Actor("VALPORT", "Port Authority"),
            new Sighting.Actor("actor-1", "Ruben Castellane")),
        lane);
  }

  public static Watch watch(String id, String query) {
    return watch(id, query, true, 1);
  }

  public static Watch watch(String id, String query, boolean enabled, int version) {
    return new Watch(
        id, "Watch " + id, query, Watch.Severity.HIGH, enabled, version, "desk", null, NOON);
  }

  /** An alert that rang for this statement. */
  public static Alert alert(String id, int update, String text) {
    return alert(id, update, sighting("statement-" + id, text));
  }

  /** An update by which people hear that the article holds the statement no more. */
  public static Alert withdrawn(Alert a) {
    Alert.FollowUp followUp =
        new Alert.FollowUp(
            Alert.FollowUp.Kind.WITHDRAWN,
            a.sighting().statement().id(),
            a.sighting().article().id(),
            1,
            null,
            null,
            null,
            a.rung().plusSeconds(3_600));
    return a.following(List.of(followUp), List.of(followUp));
  }

  /** An alert that rang for this sighting, at its time. */
  public static Alert alert(String id, int update, Sighting sighting) {
    return new Alert(
        id,
        update,
        sighting.article().time(),
        new Alert.WatchRef("ports", "Ports", 1, Watch.Severity.MEDIUM),
        sighting,
        List.of(new Alert.Reason("port", "text", "port", 4, 8)),
        1 + update,
        List.of());
  }
}
