package org.tocsin.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tocsin.alert.Samples.NOON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.dossier.RecordSource;
import org.tocsin.alert.trace.Trace;
import org.tocsin.alert.triage.StateWriter;
import org.tocsin.alert.watch.WatchHistory;
import org.tocsin.alert.watch.WatchKeeping;
import org.tocsin.alert.watch.WatchWriter;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Story;
import org.tocsin.contract.StoryRef;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditTrail;

class DeskApiTest {
  private static final String PREFIX = "t-";

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Watch> written = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private DeskView view;
  private long states;
  private boolean slow;
  private final List<AlertState> unread = new ArrayList<>();
  private StatementArchive archive;
  private DeskApi api;
  private HttpEndpoint server;

  @BeforeEach
  void start() throws IOException {
    archive = new StatementArchive(new ByteBuffersDirectory(), Bounds.of(Duration.ofDays(30)));
    view = view();
    serve("127.0.0.1", "");
  }

  private static DeskView view() throws IOException {
    AlertArchive alerts =
        new AlertArchive(new ByteBuffersDirectory(), Bounds.of(Duration.ofDays(90)));
    return new DeskView(PREFIX, alerts, new DeskView.Capacity(50, 1 << 20, 100));
  }

  private void serve(String boundTo, String token) {
    api =
        new DeskApi(
            view,
            new WatchKeeping(new Recorder(), new History(), Set.of("newsroom")),
            id -> Optional.<Trace>empty(),
            archive,
            this::put,
            new Records(),
            new DeskApi.Offer(4, ""),
            Clock.fixed(NOON, ZoneOffset.UTC));
    Metrics metrics = new Metrics("alert");
    Access access =
        Access.of(
            new Access.Door("alert", boundTo, token, ""),
            Settings.defaults(),
            AuditTrail.NONE,
            metrics.registry(),
            Clock.systemUTC());
    server = new HttpEndpoint("127.0.0.1", 0, metrics, () -> Readiness.READY, access, api::install);
    server.start();
  }

  private void serveAgain(String boundTo, String token) {
    stop();
    serve(boundTo, token);
  }

  @AfterEach
  void close() throws IOException {
    stop();
    archive.close();
  }

  private void stop() {
    api.close();
    server.close();
  }

  /** Reads back at once what people make of alerts, where reading is not slow. */
  private StateWriter.Place put(AlertState state) {
    if (slow) {
      unread.add(state);
      return new StateWriter.Place(0, states + unread.size() - 1);
    }
    take(Topics.ALERT_STATES, 0, states, state.alert(), state);
    return new StateWriter.Place(0, states++);
  }

  /** The versions that were written. */
  private final class History implements WatchHistory {
    @Override
    public List<Watch> versions(String id) {
      List<Watch> versions = new ArrayList<>(written);
      versions.removeIf(watch -> !watch.id().equals(id));
      Collections.reverse(versions);
      return versions;
    }
  }

  /** What single records the topics have. */
  private static final class Records implements RecordSource {
    @Override
    public Optional<Article> article(String id, Instant time) {
      return Optional.of(
          new Article(id, null, "Gazette", null, "The text.", "en", NOON, NOON, null, Lane.LIVE));
    }

    @Override
    public Optional<EnrichedArticle> enriched(String id, Instant time) {
      return Optional.empty();
    }

    @Override
    public Optional<Story> story(String id, Instant time) {
      Story.Member member =
          new Story.Member(
              "article-of-s", null, "Gazette", NOON, StoryRef.Relation.FIRST, null, 1, 1, "first");
      return Optional.of(
          new Story(
              id,
              "article-of-s",
              "article-of-s",
              1,
              List.of(member),
              List.of(),
              List.of(),
              List.of(),
              NOON,
              NOON,
              id.equals("story-1") ? "story-2" : null));
    }
  }

  /** Keeps what would be written to Kafka. */
  private final class Recorder implements WatchWriter {
    @Override
    public void keep(Watch watch) {
      written.add(watch);
    }

    @Override
    public void put(Watch watch) {
      written.add(watch);
    }

    @Override
    public void remove(String id) {
      removed.add(id);
    }

    @Override
    public void close() {}
  }

  private void take(Topic<?, ?> topic, int partition, long offset, String key, Object value) {
    byte[] bytes = Json.write(value).getBytes(StandardCharsets.UTF_8);
    take(topic, partition, offset, key, bytes);
  }

  private void take(Topic<?, ?> topic, int partition, long offset, String key, byte[] bytes) {
    view.take(
        new ConsumerRecord<>(
            topic.in(PREFIX), partition, offset, key.getBytes(StandardCharsets.UTF_8), bytes));
  }

  private void ring(int partition, long offset, String id, int update) {
    take(Topics.ALERTS, partition, offset, id, Samples.alert(id, update, "The port will close."));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).build());
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.mapper().readTree(response.body());
  }

  private HttpResponse<String> write(String method, String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void listsTheNewestAlertsFirstInTheirLatestState() throws Exception {
    ring(0, 0, "a", 0);
    ring(1, 0, "b", 0);
    ring(0, 1, "a", 1);
    JsonNode page = json("/api/alerts");
    assertThat(page.path("alerts").findValuesAsText("id")).contains("a", "b");
    assertThat(page.path("alerts")).hasSize(2);
    assertThat(json("/api/alerts/a").path("update").asInt()).isEqualTo(1);
    assertThat(page.path("position").asText()).isEqualTo("0-2.1-1");
    assertThat(json("/api/alerts?limit=1").path("alerts")).hasSize(1);
    assertThat(json("/api/alerts?watch=none").path("alerts")).isEmpty();
  }

  @Test
  void showsOneAlert() throws Exception {
    ring(0, 0, "a", 0);
    assertThat(json("/api/alerts/a").path("id").asText()).isEqualTo("a");
    HttpResponse<String> missing = get("/api/alerts/none");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("\"error\"");
  }

  @Test
  void streamsWhatFollowsThePositionAndNothingTwice() throws Exception {
    ring(0, 0, "a", 0);
    ring(1, 0, "b", 0);
    ring(0, 1, "a", 1);
    List<String[]> events = events(request("/api/alerts/stream?from=0-1.1-0"), 3, c -> {});
    assertThat(events).extracting(e -> e[0]).containsExactly("hello", "alert", "sighting");
    assertThat(events.get(1)[2]).contains("\"id\":\"b\"");
    assertThat(events.get(2)[1]).isEqualTo("0-2.1-1");
  }

  @Test
  void resumesAfterTheLastEventOnAnyInstance() throws Exception {
    ring(1, 0, "b", 0);
    ring(0, 0, "a", 0);
    ring(0, 1, "c", 0);
    List<String[]> first = events(request("/api/alerts/stream?from=0-0.1-0"), 3, c -> {});
    assertThat(first.get(1)[2]).contains("\"id\":\"b\"");
    // Another instance read the same partitions in another order.
    view = view();
    serveAgain("127.0.0.1", "");
    ring(0, 0, "a", 0);
    ring(0, 1, "c", 0);
    ring(1, 0, "b", 0);
    List<String[]> second =
        events(request("/api/alerts/stream").header("Last-Event-ID", first.get(1)[1]), 3, c -> {});
    assertThat(second).extracting(e -> e[2]).noneMatch(d -> d.contains("\"id\":\"b\""));
    assertThat(second.get(1)[2]).contains("\"id\":\"a\"");
    assertThat(second.get(2)[2]).contains("\"id\":\"c\"");
  }

  @Test
  void pushesAnAlertToThoseWhoListen() throws Exception {
    List<String[]> events =
        events(request("/api/alerts/stream"), 2, hello -> ring(0, 0, "late", 0));
    assertThat(events.get(1)[0]).isEqualTo("alert");
  }

  @Test
  void saysWhenAPositionIsTooOldToResumeFrom() throws Exception {
    for (int i = 0; i < 80; i++) {
      ring(0, i, "a" + i, 0);
    }
    List<String[]> events = events(request("/api/alerts/stream?from=0-3"), 2, c -> {});
    assertThat(events.get(1)[0]).isEqualTo("gap");
  }

  @Test
  void refusesMoreStreamsThanItServes() throws Exception {
    List<HttpResponse<InputStream>> open = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      open.add(
          client.send(
              request("/api/alerts/stream").header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream()));
    }
    await().until(() -> api.streams() == 4); // the head of an answer may come before it is counted
    HttpRequest.Builder more = request("/api/alerts/stream").header("Accept", "text/event-stream");
    assertThat(send(more.build()).statusCode()).isEqualTo(503);
    for (HttpResponse<InputStream> response : open) {
      response.body().close();
    }
  }

  @Test
  void refusesAPositionThatIsNone() throws Exception {
    HttpResponse<String> refusal =
        send(request("/api/alerts/stream?from=zz").header("Accept", "text/event-stream").build());
    assertThat(refusal.statusCode()).isEqualTo(400);
  }

  /** Reads events as (name, id, data) until there are enough; calls back after the first. */
  private List<String[]> events(HttpRequest.Builder request, int count, Consumer<String> afterHello)
      throws Exception {
    HttpResponse<InputStream> response =
        client.send(
            request.header("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    List<String[]> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String[] event = {"", "", ""};
      while (events.size() < count) {
        String line = lines.readLine();
        if (line.startsWith("event:")) {
          event[0] = line.substring(6).strip();
        } else if (line.startsWith("id:")) {
          event[1] = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
          event[2] = line.substring(5).strip();
        } else if (line.isEmpty() && !event[0].isEmpty()) {
          events.add(event);
          if (events.size() == 1) {
            afterHello.accept(event[1]);
          }
          event = new String[] {"", "", ""};
        }
      }
    }
    return events;
  }

  @Test
  void putsAWatchIntoForceAndCountsItsVersions() throws Exception {
    HttpResponse<String> first =
        write("PUT", "/api/watches/ports", "{\"query\":\"port\",\"severity\":\"high\"}");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    HttpResponse<String> second =
        write("PUT", "/api/watches/ports", "{\"name\":\"Ports\",\"query\":\"port*\"}");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(written).extracting(Watch::version).containsExactly(1, 2);
    assertThat(written.get(0).severity()).isEqualTo(Watch.Severity.HIGH);
    assertThat(json("/api/watches/ports").path("query").asText()).isEqualTo("port*");
    assertThat(json("/api/watches")).hasSize(1);
  }

  @Test
  void refusesABadWatchWithThePosition() throws Exception {
    HttpResponse<String> refusal =
        write("PUT", "/api/watches/ports", "{\"query\":\"port speeker:x\"}");
    assertThat(refusal.statusCode()).isEqualTo(400);
    JsonNode fault = Json.mapper().readTree(refusal.body());
    assertThat(fault.path("position").asInt()).isEqualTo(5);
    assertThat(fault.path("suggestion").asText()).isEqualTo("speaker:");
    assertThat(fault.path("error").asText()).contains("speeker");
    assertThat(written).isEmpty();
  }

  @Test
  void refusesBodiesThatAreNoWatch() throws Exception {
    assertThat(write("PUT", "/api/watches/ports", "{").statusCode()).isEqualTo(400);
    assertThat(write("PUT", "/api/watches/ports", "[]").statusCode()).isEqualTo(400);
    assertThat(write("PUT", "/api/watches/ports", "{}").statusCode()).isEqualTo(400);
    assertThat(write("PUT", "/api/watches/Bad_Id", "{\"query\":\"port\"}").statusCode())
        .isEqualTo(400);
    assertThat(
            write("PUT", "/api/watches/p", "{\"query\":\"port\",\"severity\":\"loud\"}")
                .statusCode())
        .isEqualTo(400);
    String large = "{\"query\":\"port\",\"note\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(write("PUT", "/api/watches/p", large).statusCode()).isEqualTo(413);
    HttpResponse<String> untyped =
        send(
            request("/api/watches/p")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"query\":\"port\"}"))
                .build());
    assertThat(untyped.statusCode()).isEqualTo(415);
    assertThat(written).isEmpty();
  }

  @Test
  void offersAWatchToFeedReaders() throws Exception {
    take(Topics.WATCHES, 0, 0, "ports", Samples.watch("ports", "port"));
    take(Topics.ALERTS, 0, 0, "a", Samples.alert("a", 0, "Close <it> &\u0000go."));
    Sighting earlier = Samples.sighting("s", "Port", "en", null, Lane.LIVE, NOON.minusSeconds(60));
    take(Topics.ALERTS, 0, 1, "b", Samples.alert("b", 0, earlier));
    Alert held = Samples.alert("h", 0, "Hush.").decided(Alert.Held.QUIET, null);
    take(Topics.ALERTS, 0, 2, "h", held);
    JsonNode feed = json("/api/watches/ports/feed.json");
    assertThat(feed.path("items")).hasSize(2);
    assertThat(feed.at("/items/0/id").asText()).isEqualTo("urn:tocsin:alert:a");
    HttpResponse<String> atom = get("/api/watches/ports/feed.atom");
    assertThat(atom.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
    var entries =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(atom.body().getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("entry");
    assertThat(entries.getLength()).isEqualTo(2);
    assertThat(entries.item(0).getTextContent()).contains("Mira Oldenburg: Close <it> & go.");
    assertThat(get("/api/watches/none/feed.atom").statusCode()).isEqualTo(404);
  }

  @Test
  void aFeedShowsWhatBecameOfAStatement() throws Exception {
    take(Topics.WATCHES, 0, 0, "ports", Samples.watch("ports", "port"));
    take(Topics.ALERTS, 0, 0, "a", Samples.alert("a", 0, "The port."));
    take(Topics.ALERTS, 0, 1, "a", Samples.withdrawn(Samples.alert("a", 1, "The port.")));
    JsonNode item = json("/api/watches/ports/feed.json").at("/items/0");
    assertThat(item.path("date_published").asText()).isEqualTo("2026-03-10T12:00:00Z");
    assertThat(item.path("date_modified").asText()).isEqualTo("2026-03-10T13:00:00Z");
    assertThat(item.path("content_text").asText()).endsWith("[2026-03-10T13:00:00Z: withdrawn]");
    assertThat(get("/api/watches/ports/feed.atom").body())
        .contains(
            "<id>urn:tocsin:alert:a</id>",
            "<published>2026-03-10T12:00:00Z</published><updated>2026-03-10T13:00:00Z</updated>",
            "[2026-03-10T13:00:00Z: withdrawn]");
  }

  @Test
  void takesTheTokenAsAPasswordForFeedsOnly() throws Exception {
    serveAgain("127.0.0.1", "secret");
    take(Topics.WATCHES, 0, 0, "ports", Samples.watch("ports", "port"));
    String basic =
        "Basic "
            + Base64.getEncoder().encodeToString("reader:secret".getBytes(StandardCharsets.UTF_8));
    assertThat(status("/api/watches/ports/feed.atom", basic)).isEqualTo(200);
    assertThat(status("/api/watches/ports/feed.atom", "Basic !")).isEqualTo(401);
    assertThat(status("/api/watches/ports", basic)).isEqualTo(401);
    assertThat(get("/api/watches/ports/feed.atom").headers().firstValue("WWW-Authenticate"))
        .hasValue("Basic realm=\"Tocsin\"");
  }

  private int status(String path, String authorization) throws Exception {
    return send(request(path).header("Authorization", authorization).build()).statusCode();
  }

  @Test
  void removesAWatch() throws Exception {
    take(Topics.WATCHES, 0, 0, "ports", Samples.watch("ports", "port"));
    assertThat(write("DELETE", "/api/watches/ports", "").statusCode()).isEqualTo(204);
    assertThat(removed).containsExactly("ports");
    assertThat(write("DELETE", "/api/watches/ports", "").statusCode()).isEqualTo(404);
  }

  @Test
  void triesAWatchOnThePast() throws Exception {
    for (int i = 0; i < 10; i++) {
      Instant time = NOON.plusSeconds(i * 43_200L);
      String text = i % 2 == 0 ? "The port will close." : "The port stays open.";
      archive.take(0, i, Samples.sighting("s" + i, text, "en", "Mira Oldenburg", Lane.LIVE, time));
    }
    archive.take(0, 10, Samples.repeat("r", "s0", NOON.plusSeconds(999)));
    HttpResponse<String> response =
        write("POST", "/api/watches/try", "{\"query\":\"port AND close\",\"days\":30}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode result = Json.mapper().readTree(response.body());
    assertThat(result.path("statements").asInt()).isEqualTo(10);
    assertThat(result.path("count").asInt()).isEqualTo(5);
    assertThat(result.path("alertsPerDay").asDouble()).isEqualTo(1.11);
    assertThat(result.at("/hits/0/why/0/matched").asText()).isEqualTo("port");
    assertThat(result.path("nearMisses")).as("three a clause").hasSize(3);
    assertThat(result.at("/nearMisses/0/missing").asText()).isEqualTo("close");
    HttpResponse<String> twoDays =
        write("POST", "/api/watches/try", "{\"query\":\"port\",\"days\":2}");
    assertThat(Json.mapper().readTree(twoDays.body()).path("count").asInt()).isEqualTo(5);
    take(Topics.WATCHES, 0, 0, "ports", Samples.watch("ports", "close"));
    JsonNode against =
        Json.mapper()
            .readTree(
                write("POST", "/api/watches/try", "{\"query\":\"port\",\"id\":\"ports\"}").body());
    assertThat(against.at("/saved/version").asInt()).isEqualTo(1);
    assertThat(against.at("/saved/added").asInt()).isPositive();
    HttpResponse<String> bad = write("POST", "/api/watches/try", "{\"query\":\"port (\"}");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("\"position\":5");
  }

  @Test
  void listsStatementsBySpeakerAndCountry() throws Exception {
    archive.take(0, 0, Samples.sighting("s", "The port will close."));
    assertThat(json("/api/statements")).hasSize(1);
    assertThat(json("/api/statements?speaker=olden&country=no")).hasSize(1);
    assertThat(json("/api/statements?speaker=other")).isEmpty();
    assertThat(json("/api/statements?country=SE")).isEmpty();
    assertThat(get("/api/statements?limit=x").statusCode()).isEqualTo(400);
  }

  @Test
  void tracesAnArticle() throws Exception {
    take(
        Topics.OUTCOMES,
        0,
        0,
        "article-1",
        new Outcome(
            "article-1",
            Outcome.Stage.ENRICH,
            Outcome.Result.DUPLICATE,
            null,
            "article-0",
            2,
            17L,
            NOON));
    JsonNode trace = json("/api/articles/article-1/trace");
    assertThat(trace.at("/outcomes/0/result").asText()).isEqualTo("duplicate");
    assertThat(trace.at("/received/0/offset").asInt()).isEqualTo(17);
    assertThat(get("/api/articles/none/trace").statusCode()).isEqualTo(404);
    assertThat(get("/api/articles/trace").statusCode()).isEqualTo(400);
    assertThat(get("/api/articles/trace?url=https://x.example/").statusCode()).isEqualTo(404);
  }

  @Test
  void passesOverRecordsThatCannotBeRead() throws Exception {
    byte[] bad = "{no".getBytes(StandardCharsets.UTF_8);
    take(Topics.ALERTS, 0, 0, "a", bad);
    take(Topics.ALERT_STATES, 0, 0, "a", bad);
    take(Topics.DEAD_LETTERS, 0, 0, "article-9", bad);
    ring(0, 1, "b", 0);
    assertThat(view.unreadable()).isEqualTo(2);
    assertThat(json("/api/alerts").path("alerts")).hasSize(1);
    assertThat(json("/api/dead-letters").at("/0/key").asText()).isEqualTo("article-9");
    assertThat(json("/api/articles/article-9/trace").path("deadLetters")).hasSize(1);
    assertThat(json("/api/sources")).isEmpty();
  }

  @Test
  void servesThePageUnderAStrictPolicy() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self';")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.body()).contains("<title>").doesNotContain("onclick", "style=", "http://");
    assertThat(get("/desk/..%2f..%2fx.js").statusCode()).isIn(400, 404);
    assertThat(get("/desk/none.js").statusCode()).isEqualTo(404);
    assertThat(get("/desk/index.class").statusCode()).isEqualTo(404);
  }

  @Test
  void answersToLocalhostOnlyWhenBoundToIt() throws IOException {
    assertThat(statusFor("Host: evil.example\r\n")).contains(" 403 ");
    assertThat(statusFor("Host: localhost:" + server.port() + "\r\n")).contains(" 200 ");
    assertThat(statusFor("Host: [::1]\r\n")).contains(" 200 ");
  }

  private String statusFor(String header) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request = "GET /api/watches HTTP/1.1\r\n" + header + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return String.valueOf(answer.readLine());
    }
  }

  @Test
  void refusesChangesFromOtherPages() throws Exception {
    HttpRequest foreign =
        request("/api/watches/ports")
            .header("Content-Type", "application/json")
            .header("Origin", "https://evil.example")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"query\":\"port\"}"))
            .build();
    assertThat(send(foreign).statusCode()).isEqualTo(403);
    assertThat(written).isEmpty();
  }

  @Test
  void answersNobodyWhereOthersReachItAndNobodyCanSignIn() throws Exception {
    serveAgain("0.0.0.0", "");
    assertThat(get("/").statusCode()).isEqualTo(200);
    assertThat(get("/api/watches").statusCode()).isEqualTo(401);
    assertThat(write("PUT", "/api/watches/p", "{\"query\":\"port\"}").statusCode()).isEqualTo(401);
  }

  @Test
  void wantsTheTokenWhereThereIsOne() throws Exception {
    serveAgain("0.0.0.0", "secret");
    assertThat(get("/api/alerts").statusCode()).isEqualTo(401);
    assertThat(get("/").statusCode()).isEqualTo(200);
    HttpRequest.Builder known = request("/api/alerts").header("Authorization", "Bearer secret");
    assertThat(send(known.build()).statusCode()).isEqualTo(200);
    HttpRequest.Builder wrong = request("/api/alerts").header("Authorization", "Bearer other");
    assertThat(send(wrong.build()).statusCode()).isEqualTo(401);
  }

  @Test
  void takesWhatPeopleMakeOfAnAlertAndShowsItInListsAndStreams() throws Exception {
    ring(0, 0, "a", 0);
    ring(0, 1, "b", 0);
    HttpResponse<String> acknowledged =
        write("PUT", "/api/alerts/a/state", "{\"state\":\"acknowledged\",\"by\":\"Ada\"}");
    assertThat(acknowledged.statusCode()).as(acknowledged.body()).isEqualTo(200);
    assertThat(json("/api/alerts/a").at("/state/by").asText()).isEqualTo("Ada");
    assertThat(json("/api/alerts/b").path("state").isNull()).isTrue();
    assertThat(json("/api/alerts?state=acknowledged").path("alerts")).hasSize(1);
    assertThat(json("/api/alerts?state=open&state=dismissed").path("alerts")).hasSize(1);
    write("PUT", "/api/alerts/a/state", "{\"assignee\":\"Bo\",\"note\":\"call the port\"}");
    ring(0, 2, "a", 1);
    JsonNode later = json("/api/alerts?assignee=bo").at("/alerts/0");
    assertThat(later.path("update").asInt()).as("an update keeps the state").isEqualTo(1);
    assertThat(later.at("/state/state").asText()).isEqualTo("acknowledged");
    assertThat(later.at("/state/note").asText()).isEqualTo("call the port");
    List<String[]> events = events(request("/api/alerts/stream?from=0-3"), 3, c -> {});
    assertThat(events).extracting(e -> e[0]).containsExactly("hello", "state", "state");
    assertThat(events.get(2)[1]).isEqualTo("0-3.s0-2");
    assertThat(events(request("/api/alerts/stream?from=0-3.s0-1"), 2, c -> {}).get(1)[2])
        .contains("\"assignee\":\"Bo\"");
  }

  @Test
  void refusesChangesThatCannotBeMade() throws Exception {
    ring(0, 0, "a", 0);
    assertThat(change("a", "{\"state\":\"dismissed\"}")).isEqualTo(400);
    assertThat(change("a", "{\"verdict\":\"not-new\"}")).isEqualTo(400);
    assertThat(change("a", "{\"state\":\"gone\"}")).isEqualTo(400);
    assertThat(change("a", "{\"stat\":\"open\"}")).isEqualTo(400);
    assertThat(change("a", "{\"note\":\"" + "x".repeat(3_000) + "\"}")).isEqualTo(400);
    assertThat(change("a", "{\"note\":7}")).isEqualTo(400);
    assertThat(change("none", "{\"note\":\"x\"}")).isEqualTo(404);
    assertThat(change("a", "{\"state\":\"dismissed\",\"verdict\":\"not-new\"}")).isEqualTo(200);
    assertThat(change("a", "{\"note\":\"again\"}")).as("keeps its verdict").isEqualTo(200);
    assertThat(json("/api/alerts/a").at("/state/verdict").asText()).isEqualTo("not-new");
    assertThat(change("a", "{\"state\":\"acknowledged\"}")).isEqualTo(409);
    assertThat(change("a", "{\"state\":\"open\"}")).isEqualTo(200);
    assertThat(json("/api/alerts/a").at("/state/verdict").isNull()).isTrue();
    assertThat(change("a", "{\"state\":\"acknowledged\"}")).isEqualTo(200);
  }

  @Test
  void keepsBothOfTwoChangesOfWhichTheFirstIsNotReadBack() throws Exception {
    ring(0, 0, "a", 0);
    slow = true;
    assertThat(change("a", "{\"assignee\":\"ines\"}")).isEqualTo(202);
    assertThat(change("a", "{\"state\":\"acknowledged\"}")).isEqualTo(202);
    assertThat(unread.get(1).assignee()).isEqualTo("ines");
    assertThat(unread).extracting(AlertState::version).containsExactly(1, 2);
    slow = false;
    unread.forEach(this::put);
    assertThat(change("a", "{\"note\":\"called\"}")).isEqualTo(200);
    JsonNode state = json("/api/alerts/a").path("state");
    assertThat(state.path("assignee").asText()).isEqualTo("ines");
    assertThat(state.path("version").asInt()).isEqualTo(3);
  }

  @Test
  void refusesAChangeToAStateThatSomebodyElseChanged() throws Exception {
    ring(0, 0, "a", 0);
    assertThat(change("a", "{\"assignee\":\"ines\",\"version\":0}")).isEqualTo(200);
    HttpResponse<String> late =
        write("PUT", "/api/alerts/a/state", "{\"assignee\":\"bo\",\"version\":0}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(Json.mapper().readTree(late.body()).at("/current/assignee").asText())
        .isEqualTo("ines");
    assertThat(json("/api/alerts/a").at("/state/assignee").asText()).isEqualTo("ines");
    assertThat(change("a", "{\"assignee\":\"bo\",\"version\":1}")).isEqualTo(200);
    assertThat(change("a", "{\"assignee\":\"bo\",\"version\":\"x\"}")).isEqualTo(400);
  }

  @Test
  void refusesAChangeToAWatchThatSomebodyElseChanged() throws Exception {
    String body = "{\"query\":\"port\",\"version\":%d}";
    assertThat(write("PUT", "/api/watches/p", body.formatted(0)).statusCode()).isEqualTo(201);
    assertThat(write("PUT", "/api/watches/p", body.formatted(0)).statusCode()).isEqualTo(409);
    HttpResponse<String> second = write("PUT", "/api/watches/p", body.formatted(1));
    assertThat(second.headers().firstValue("ETag")).hasValue("\"2\"");
    HttpResponse<String> late = write("PUT", "/api/watches/p", body.formatted(1));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(Json.mapper().readTree(late.body()).at("/current/version").asInt()).isEqualTo(2);
    assertThat(match("PUT", "\"1\"").statusCode()).isEqualTo(409);
    assertThat(match("PUT", "\"2\"").statusCode()).isEqualTo(200);
    assertThat(match("DELETE", "\"2\"").statusCode()).isEqualTo(409);
    assertThat(match("DELETE", "W/\"3\"").statusCode()).isEqualTo(204);
    assertThat(write("PUT", "/api/watches/p", body.formatted(3)).statusCode()).isEqualTo(409);
    assertThat(write("PUT", "/api/watches/p", "{\"query\":\"port\"}").statusCode()).isEqualTo(200);
    assertThat(written).extracting(Watch::version).containsExactly(1, 2, 3, 4, 5);
  }

  private HttpResponse<String> match(String method, String tag) throws Exception {
    return send(
        request("/api/watches/p")
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .method(method, HttpRequest.BodyPublishers.ofString("{\"query\":\"port\"}"))
            .build());
  }

  @Test
  void countsOnWhereAWatchWasRemovedBeforeItWasRead() throws Exception {
    take(Topics.WATCH_VERSIONS, 0, 0, "p/6", Samples.watch("p", "port", true, 6));
    take(Topics.WATCH_VERSIONS, 0, 1, "p/7", Samples.watch("p", "port", false, 7));
    assertThat(write("PUT", "/api/watches/p", "{\"query\":\"port\"}").statusCode()).isEqualTo(200);
    assertThat(written).extracting(Watch::version).containsExactly(8);
  }

  @Test
  void changesNoWatchBeforeAllAreRead() throws Exception {
    view.complete(false);
    assertThat(write("PUT", "/api/watches/p", "{\"query\":\"port\"}").statusCode()).isEqualTo(503);
    assertThat(write("DELETE", "/api/watches/p", "").statusCode()).isEqualTo(503);
    assertThat(written).isEmpty();
  }

  private int change(String alert, String body) throws Exception {
    return write("PUT", "/api/alerts/" + alert + "/state", body).statusCode();
  }

  @Test
  void pagesThroughAlertsWhileOthersArrive() throws Exception {
    for (int i = 0; i < 7; i++) {
      ring(0, i, "a" + i, 0);
    }
    Set<String> seen = new HashSet<>();
    String cursor = "";
    for (int page = 0; page < 3; page++) {
      JsonNode answer = json("/api/alerts?limit=3&cursor=" + cursor);
      answer.path("alerts").forEach(alert -> seen.add(alert.path("id").asText()));
      cursor = answer.path("next").asText();
      Sighting later =
          Samples.sighting("n" + page, "Ports", "en", null, Lane.LIVE, NOON.plusSeconds(9));
      take(Topics.ALERTS, 0, 7 + page, "n" + page, Samples.alert("n" + page, 0, later));
    }
    assertThat(seen).hasSize(7).allMatch(id -> id.startsWith("a"));
    assertThat(cursor).isEqualTo("null");
    assertThat(json("/api/alerts?limit=2").path("total").asInt()).isEqualTo(10);
    assertThat(get("/api/alerts?cursor=17").statusCode()).isEqualTo(400);
  }

  @Test
  void searchesAlertsAndStatements() throws Exception {
    ring(0, 0, "a", 0);
    take(Topics.ALERTS, 0, 1, "b", Samples.alert("b", 0, "All ferries are cancelled."));
    archive.take(0, 0, Samples.sighting("s", "The port will close."));
    archive.take(0, 1, Samples.repeat("r", "s", NOON.plusSeconds(60)));
    assertThat(ids("/api/alerts?q=closing")).containsExactly("a");
    assertThat(ids("/api/alerts?q=%22ferries%20are%20cancelled%22")).containsExactly("b");
    assertThat(ids("/api/alerts?q=oldenburg%20NOT%20ferry")).containsExactly("a");
    assertThat(ids("/api/alerts?speaker=valport&source=harbour%20gaz&language=EN")).hasSize(2);
    assertThat(ids("/api/alerts?severity=high")).isEmpty();
    assertThat(ids("/api/alerts?from=2026-03-10&to=2026-03-11")).hasSize(2);
    assertThat(ids("/api/alerts?to=2026-03-10T12:00:00Z")).isEmpty();
    assertThat(get("/api/alerts?q=%22open").body()).contains("\"position\":0");
    assertThat(get("/api/alerts?from=yesterday").statusCode()).isEqualTo(400);
    assertThat(get("/api/alerts?severity=loud").statusCode()).isEqualTo(400);
    assertThat(get("/api/alerts?watch=" + "w".repeat(400)).statusCode()).isEqualTo(400);
    HttpResponse<String> page = get("/api/statements?q=headline%20OR%20port&limit=1");
    assertThat(page.headers().firstValue("X-Total-Count")).hasValue("2");
    String link = page.headers().firstValue("Link").orElseThrow();
    assertThat(link).endsWith("; rel=\"next\"");
    String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    assertThat(json("/api/" + next).at("/0/statement/id").asText()).isEqualTo("s");
    assertThat(json("/api/statements?novelty=repeat")).hasSize(1);
    assertThat(json("/api/statements/s").at("/statement/text").asText()).contains("port");
    assertThat(get("/api/statements/none").statusCode()).isEqualTo(404);
  }

  private List<String> ids(String path) throws Exception {
    List<String> ids = new ArrayList<>();
    json(path).path("alerts").forEach(alert -> ids.add(alert.path("id").asText()));
    return ids;
  }

  @Test
  void letsStrangeCharactersThroughUnharmed() throws Exception {
    String strange = "<script>\u0000\u202Eevil\u2028\"\\\r\n\uD83D\uDE00";
    take(Topics.ALERTS, 0, 0, "a", Samples.alert("a", 0, strange));
    List<String[]> events = events(request("/api/alerts/stream?from=0-0"), 2, c -> {});
    JsonNode streamed = Json.mapper().readTree(events.get(1)[2]);
    assertThat(streamed.at("/sighting/statement/text").asText()).isEqualTo(strange);
    assertThat(json("/api/alerts/a").at("/sighting/statement/text").asText()).isEqualTo(strange);
    ObjectNode note = Json.mapper().createObjectNode().put("note", strange);
    assertThat(change("a", note.toString())).isEqualTo(200);
    assertThat(json("/api/alerts/a").at("/state/note").asText()).isEqualTo(strange);
  }

  @Test
  void keepsTheVersionsOfAWatchAndCountsOnAfterItsRemoval() throws Exception {
    write("PUT", "/api/watches/ports", "{\"query\":\"port\",\"calm\":{\"perHour\":3}}");
    write("PUT", "/api/watches/ports", "{\"query\":\"port*\",\"note\":\"wider\"}");
    assertThat(write("DELETE", "/api/watches/ports", "").statusCode()).isEqualTo(204);
    write("PUT", "/api/watches/ports", "{\"query\":\"harbo*\"}");
    JsonNode versions = json("/api/watches/ports/versions");
    assertThat(versions.findValuesAsText("version")).containsExactly("4", "3", "2", "1");
    assertThat(versions.findValuesAsText("note")).contains("removed", "wider");
    assertThat(versions.path(3).path("calm").path("perHour").asInt()).isEqualTo(3);
    assertThat(get("/api/watches/never/versions").statusCode()).isEqualTo(404);
  }

  @Test
  void snoozesAWatchAndEndsIt() throws Exception {
    take(Topics.WATCHES, 0, 0, "ports", Samples.watch("ports", "port"));
    String until = NOON.plusSeconds(3_600).toString();
    assertThat(
            write("POST", "/api/watches/ports/snooze", "{\"until\":\"" + until + "\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(json("/api/watches/ports").path("snoozedUntil").asText()).isEqualTo(until);
    write("PUT", "/api/watches/ports", "{\"query\":\"port*\"}");
    assertThat(json("/api/watches/ports").path("snoozedUntil").asText()).isEqualTo(until);
    write("POST", "/api/watches/ports/snooze", "{\"until\":null}");
    assertThat(json("/api/watches/ports").path("snoozedUntil").isNull()).isTrue();
    String past = "{\"until\":\"" + NOON.minusSeconds(1) + "\"}";
    assertThat(write("POST", "/api/watches/ports/snooze", past).statusCode()).isEqualTo(400);
    assertThat(write("POST", "/api/watches/none/snooze", "{\"until\":null}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesANotifierThatIsNotThere() throws Exception {
    HttpResponse<String> refusal =
        write("PUT", "/api/watches/ports", "{\"query\":\"port\",\"notifiers\":[\"nobody\"]}");
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.body()).contains("there is no notifier 'nobody'; there are newsroom");
    assertThat(written).isEmpty();
  }

  @Test
  void beginsAWatchWithATemplate() throws Exception {
    assertThat(json("/api/watch-templates").findValuesAsText("id")).contains("sanctions");
    write("PUT", "/api/watches/trade", "{\"template\":\"sanctions\",\"name\":\"Ours\"}");
    assertThat(json("/api/watches/trade").path("query").asText()).contains("embargo");
    assertThat(json("/api/watches/trade").path("name").asText()).isEqualTo("Ours");
    assertThat(write("PUT", "/api/watches/x", "{\"template\":\"none\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void importsWhatItExportsAndSaysWhatAFileChanges() throws Exception {
    write("PUT", "/api/watches/ports", "{\"query\":\"port\",\"calm\":{\"coolDown\":\"PT2H\"}}");
    write("PUT", "/api/watches/ships", "{\"query\":\"ship\"}");
    String yaml = get("/api/watches.yaml").body();
    JsonNode same = Json.mapper().readTree(write("PUT", "/api/watches.yaml", yaml).body());
    assertThat(same.path("unchanged").asInt()).isEqualTo(2);
    assertThat(written).hasSize(2);

    String other = "- {id: ports, query: harbour}\n- {id: boats, query: boat}\n";
    String dry = "/api/watches.yaml?dryRun=true";
    JsonNode trial = Json.mapper().readTree(write("PUT", dry, other).body());
    assertThat(trial.path("added").toString()).isEqualTo("[\"boats\"]");
    assertThat(trial.path("removed").toString()).isEqualTo("[\"ships\"]");
    assertThat(trial.path("changed").path(0).path("fields").findValuesAsText("field"))
        .contains("query", "calm");
    assertThat(written).hasSize(2);

    assertThat(write("PUT", "/api/watches.yaml", other).statusCode()).isEqualTo(200);
    assertThat(json("/api/watches").findValuesAsText("id"))
        .containsExactly("boats", "ports", "ships");
    write("PUT", "/api/watches.yaml?prune=true", other);
    assertThat(json("/api/watches").findValuesAsText("id")).containsExactly("boats", "ports");
  }

  @Test
  void importsNothingWhereOneWatchIsWrong() throws Exception {
    String text = "- {id: ports, query: port}\n- id: bad\n  query: 'port ('\n";
    HttpResponse<String> refusal = write("PUT", "/api/watches.yaml?file=w.yaml", text);
    assertThat(refusal.statusCode()).isEqualTo(400);
    JsonNode answer = Json.mapper().readTree(refusal.body());
    assertThat(answer.path("refused").path(0).path("line").asInt()).isEqualTo(3);
    assertThat(answer.path("error").asText()).startsWith("w.yaml, line 3, watch 2 'bad', query");
    assertThat(written).isEmpty();
    assertThat(write("PUT", "/api/watches.yaml", "id: [").statusCode()).isEqualTo(400);
  }

  @Test
  void saysHowCalmAWatchIs() throws Exception {
    Watch watch = Samples.watch("ports", "port");
    take(Topics.WATCHES, 0, 0, "ports", watch);
    assertThat(json("/api/watches/ports/calm").path("hour").isNull()).isTrue();
    Alert alert = Samples.alert("a1", 0, Samples.sighting("s", "The port will close."));
    Alert.Tally tally =
        new Alert.Tally(
            new Alert.Tally.Window(NOON, 2, 3, 0, 0),
            new Alert.Tally.Window(NOON, 4, 5, 1, 2),
            Map.of("quiet", 5));
    take(
        Topics.ALERTS,
        0,
        0,
        "a1",
        new Alert(
            "a1",
            0,
            NOON,
            Alert.WatchRef.of(watch),
            alert.sighting(),
            alert.why(),
            1,
            List.of(),
            Alert.Held.QUIET,
            List.of(),
            0,
            List.of(),
            List.of(),
            null,
            tally));
    JsonNode calm = json("/api/watches/ports/calm");
    assertThat(calm.path("hour").path("rang").asInt()).isEqualTo(2);
    assertThat(calm.path("day").path("held").asInt()).isEqualTo(5);
    assertThat(calm.path("held").path("quiet").asInt()).isEqualTo(5);
  }

  @Test
  void showsWhatIsKnownAroundAnAlert() throws Exception {
    Sighting first = Samples.sighting("s", "The port will stay closed.");
    take(Topics.ALERTS, 0, 0, "a", Samples.alert("a", 0, first));
    archive.take(
        0,
        0,
        Samples.sighting(
            "e",
            "The port will stay open.",
            "en",
            "Mira Oldenburg",
            Lane.LIVE,
            NOON.minusSeconds(3_600)));
    archive.take(0, 1, first);
    archive.take(0, 2, Samples.repeat("r", "s", NOON.plusSeconds(60)));
    JsonNode page = json("/api/alerts/a/page");
    assertThat(page.at("/alert/id").asText()).isEqualTo("a");
    assertThat(page.path("alert").has("state")).isTrue();
    assertThat(page.path("article").isNull()).isTrue();
    assertThat(page.path("text").asText()).isEqualTo("The text.");
    assertThat(page.path("lineage").findValuesAsText("relation"))
        .containsExactly("first", "changed");
    assertThat(page.at("/lineage/1/added/0").asText()).isEqualTo("close");
    assertThat(page.at("/lineage/1/removed/0").asText()).isEqualTo("stay closed");
    assertThat(page.path("earlier")).hasSize(1);
    assertThat(page.at("/earlier/0/changed/0/from").asText()).isEqualTo("open");
    assertThat(page.at("/earlier/0/changed/0/to").asText()).isEqualTo("closed");
    assertThat(page.at("/story/id").asText()).as("it moved").isEqualTo("story-2");
    assertThat(page.at("/story/articles/0/title").asText()).isEqualTo("News from the port");
    assertThat(get("/api/alerts/none/page").statusCode()).isEqualTo(404);
  }

  @Test
  void countsSpeakersCountriesAndWatches() throws Exception {
    for (int i = 0; i < 4; i++) {
      String speaker = i == 3 ? "Jost Wieland" : "Mira Oldenburg";
      Instant time = NOON.minus(Duration.ofDays(i));
      Sighting sighting = Samples.sighting("s" + i, "Port", "en", speaker, Lane.LIVE, time);
      archive.take(0, i, sighting);
      take(Topics.ALERTS, 0, i, "a" + i, Samples.alert("a" + i, 0, sighting));
    }
    archive.take(0, 4, Samples.repeat("r", "s0", NOON.plusSeconds(60)));
    JsonNode speakers = json("/api/speakers");
    assertThat(speakers).hasSize(1); // both speak for VALPORT, as the samples have it
    assertThat(speakers.at("/0/statements").asInt()).as("repeats are not counted").isEqualTo(4);
    assertThat(speakers.at("/0/last").asText()).isEqualTo(NOON.toString());
    assertThat(json("/api/speakers?days=2").at("/0/statements").asInt()).isEqualTo(2);
    assertThat(json("/api/speakers?q=wiel").at("/0/statements").asInt()).isEqualTo(1);
    assertThat(json("/api/speakers?q=nobody")).isEmpty();
    JsonNode page = json("/api/speakers/jost%20wieland?days=5");
    assertThat(page.path("id").asText()).isEqualTo("VALPORT");
    assertThat(page.path("days")).hasSize(5);
    assertThat(page.at("/days/1/count").asInt()).isEqualTo(1);
    assertThat(page.at("/watches/0/name").asText()).isEqualTo("Ports");
    assertThat(page.at("/actors/0/name").asText()).isEqualTo("Ruben Castellane");
    assertThat(get("/api/speakers/none").statusCode()).isEqualTo(404);
    JsonNode countries = json("/api/countries");
    assertThat(countries.findValuesAsText("code")).containsExactly("DK", "NO");
    assertThat(countries.findValuesAsText("about")).containsExactly("0", "4");
    JsonNode norway = json("/api/countries/no?days=1");
    assertThat(norway.at("/days/0/count").asInt()).isEqualTo(1);
    assertThat(norway.at("/countries/0/code").asText()).isEqualTo("DK");
    assertThat(norway.at("/speakers/0/id").asText()).isEqualTo("VALPORT");
    assertThat(get("/api/countries/norway").statusCode()).isEqualTo(400);
    assertThat(get("/api/countries?days=0").statusCode()).isEqualTo(400);
    change("a0", "{\"state\":\"acknowledged\"}");
    change("a1", "{\"state\":\"acknowledged\"}");
    change("a2", "{\"state\":\"dismissed\",\"verdict\":\"off-topic\"}");
    JsonNode figures = json("/api/watches/figures?days=4").get(0);
    assertThat(figures.path("id").asText()).isEqualTo("ports");
    assertThat(figures.path("days").findValuesAsText("rang")).containsExactly("1", "1", "1", "1");
    assertThat(figures.at("/verdicts/off-topic").asInt()).isEqualTo(1);
    assertThat(figures.path("precision").asDouble()).isEqualTo(0.67);
  }

  @Test
  void saysHowSourcesDo() throws Exception {
    take(Topics.SOURCE_STATES, 0, 0, "Gazette", state("Gazette", FetchState.Status.SILENT));
    take(Topics.SOURCE_STATES, 0, 1, "Gone", state("Gone", FetchState.Status.GONE));
    JsonNode sources = json("/api/sources");
    assertThat(sources.findValuesAsText("source")).containsExactly("Gazette", "Gone");
    assertThat(sources.at("/0/health/state").asText()).isEqualTo("late");
    assertThat(sources.at("/0/health/reason").asText()).isEqualTo("silent");
    assertThat(sources.at("/0/health/rhythm").asInt()).isEqualTo(600);
    assertThat(sources.at("/0/health/rate/usual").asDouble()).isEqualTo(24);
    assertThat(sources.at("/1/health/state").asText()).isEqualTo("dead");
    assertThat(view.sources().overdue(NOON.plusSeconds(60)).count()).as("of those asked").isOne();
    take(Topics.SOURCE_STATES, 0, 2, "Gone", "null".getBytes(StandardCharsets.UTF_8));
    assertThat(json("/api/sources")).hasSize(1);
  }

  private static FetchState state(String source, FetchState.Status status) {
    return new FetchState(
        source,
        "feed",
        "https://news.example/feed",
        null,
        status,
        null,
        null,
        null,
        null,
        null,
        NOON,
        600,
        NOON.minus(Duration.ofDays(14)),
        NOON,
        NOON,
        NOON,
        0,
        7,
        List.of("a"),
        null,
        0,
        Collections.nCopies(168, 2),
        null,
        "one",
        3);
  }
}
