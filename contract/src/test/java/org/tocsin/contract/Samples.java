package org.tocsin.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One invented value of each record that travels. */
final class Samples {
  private static final Instant TIME = Instant.parse("2031-03-03T06:30:00Z");
  private static final String TEXT =
      "The port “will reopen on Monday,” harbour master Ine Dahl said.";

  private Samples() {}

  static Stream<Object> all() {
    return Stream.of(
        article(),
        enriched(),
        story(),
        storyCommand(),
        dictionaryEntry(),
        sighting(),
        new StatementState(
            "s2",
            "s1",
            "x1",
            1,
            StatementState.State.CHANGED,
            "s3",
            ChangedFrom.What.NUMBER,
            TIME,
            Lane.LIVE),
        watch(),
        alert(),
        new AlertState(
            "a1",
            AlertState.State.DISMISSED,
            AlertState.Verdict.NOT_NEW,
            "ines",
            null,
            "ines",
            TIME,
            1),
        new Delivery(
            "log",
            "a1",
            3,
            "ports",
            Delivery.Status.RETRYING,
            1,
            "answered with status 503",
            new Delivery.Place(2, 17),
            TIME,
            TIME),
        new Outcome(
            "x1",
            Outcome.Stage.ENRICH,
            Outcome.Result.DUPLICATE,
            "the same text again",
            "x1",
            2,
            17L,
            TIME),
        fetchState(),
        new IngestNote(IngestNote.Kind.ANSWER, "/api/articles k1", TIME, "{\"received\":1}"),
        new AuditEntry(
            TIME,
            "ines",
            "editor",
            "alert",
            "PUT",
            "/api/watches/ports",
            200,
            "version 3",
            "https://issuer.example f3a1"));
  }

  private static FetchState fetchState() {
    return new FetchState(
        "courier",
        "feed",
        "https://courier.example/rss",
        null,
        FetchState.Status.NOT_MODIFIED,
        null,
        "\"v1\"",
        null,
        "00aa11bb22cc33dd",
        null,
        TIME.plusSeconds(300),
        300,
        TIME,
        TIME,
        TIME,
        TIME,
        0,
        7,
        List.of("a1", "b2"),
        null,
        0,
        List.of(),
        null,
        "ingest-1",
        4);
  }

  static Article article() {
    return new Article(
        "x1",
        "https://www.coast.example/port",
        "Coast Courier",
        "Port to reopen",
        TEXT,
        "en",
        TIME,
        TIME.plusSeconds(60),
        "port.html",
        Lane.LIVE,
        new Imprint(
            List.of("Marta Quill"), "Coast Courier", TIME.plusSeconds(30), "+01:00", false));
  }

  static EnrichedArticle enriched() {
    return new EnrichedArticle(
        "x1",
        0,
        "https://www.coast.example/port",
        "Coast Courier",
        "Port to reopen",
        "en",
        0.99,
        TIME,
        null,
        Lane.LIVE,
        StoryRef.first("s1"),
        List.of(
            new CountryTag(
                "NO",
                CountryTag.Role.ABOUT,
                1,
                List.of(new Mention(Part.TEXT, 0, 3, "The", "name:NO")))),
        List.of(
            new ActorTag("x:ine-dahl", "Ine Dahl", ActorTag.Type.PERSON, null, null, List.of())),
        List.of(statement()));
  }

  static Statement statement() {
    return new Statement(
        "st1",
        Statement.Kind.MIXED,
        Part.TEXT,
        10,
        32,
        TEXT.substring(10, 32),
        List.of(new Span(10, 32)),
        new Speaker("Ine Dahl", "x:ine-dahl", Part.TEXT, 50, 58, "Ine Dahl", List.of("Ine Dahl")),
        "said",
        "quote-then-speaker",
        Novelty.NEW,
        null);
  }

  static Story story() {
    return new Story(
        "s1",
        "x1",
        "x1",
        1,
        List.of(
            new Story.Member(
                "x1",
                null,
                "Coast Courier",
                TIME,
                StoryRef.Relation.FIRST,
                null,
                1,
                1,
                "nothing like it before")),
        List.of("Coast Courier"),
        List.of("en"),
        List.of("NO"),
        TIME,
        TIME,
        null);
  }

  static StoryCommand storyCommand() {
    return new StoryCommand(
        "c1", StoryCommand.Kind.MERGE, List.of("x1", "x2"), "Ada", "one landslide", TIME);
  }

  static DictionaryEntry dictionaryEntry() {
    return new DictionaryEntry(
        "person:ine-dahl",
        DictionaryEntry.Kind.ACTOR,
        DictionaryEntry.State.IN_FORCE,
        "Ine Dahl",
        List.of("Ine Marie Dahl"),
        ActorTag.Type.PERSON,
        "NO",
        null,
        List.of(new DictionaryEntry.Term("GOV", "Minister of Ports of Norway", "NO", 2029, null)),
        3,
        "api",
        "in office since Monday",
        TIME);
  }

  static Sighting sighting() {
    return new Sighting(
        statement(),
        new Sighting.Source("x1", 0, null, "Coast Courier", "Port to reopen", "en", TIME, "s1"),
        new Sighting.Context(0, TEXT),
        List.of(new Sighting.Country("NO", CountryTag.Role.ABOUT)),
        List.of(new Sighting.Actor("x:ine-dahl", "Ine Dahl")),
        Lane.LIVE);
  }

  static Watch watch() {
    return new Watch(
        "ports",
        "Ports",
        "port AND (reopen OR close)",
        Watch.Severity.LOW,
        true,
        1,
        null,
        null,
        TIME,
        new Calm(
            Duration.ofHours(2),
            10,
            50,
            new Calm.Quiet(
                LocalTime.of(22, 0), LocalTime.of(6, 30), ZoneId.of("Europe/Oslo"), true),
            Duration.ofMinutes(30)),
        TIME.plusSeconds(3_600),
        List.of("newsroom"));
  }

  static Alert alert() {
    Alert.FollowUp changed =
        new Alert.FollowUp(
            Alert.FollowUp.Kind.CHANGED,
            "st1",
            "x1",
            1,
            "st2",
            ChangedFrom.What.DATE,
            "will reopen on Tuesday",
            TIME);
    List<Alert.Reason> why = List.of(new Alert.Reason("reopen", "text", "reopen", 5, 11));
    return new Alert(
        "a1",
        0,
        TIME,
        Alert.WatchRef.of(watch()),
        sighting(),
        why,
        1,
        List.of(),
        Alert.Held.QUIET,
        List.of(new Alert.Member("a2", sighting(), why, TIME, 1, Alert.Held.QUIET)),
        1,
        List.of(changed),
        List.of(changed),
        new Alert.Digest(TIME, TIME, 2, Map.of("quiet", 2)),
        new Alert.Tally(
            new Alert.Tally.Window(TIME, 1, 2, 0, 0),
            new Alert.Tally.Window(TIME, 3, 4, 1, 0),
            Map.of("quiet", 4)));
  }
}
