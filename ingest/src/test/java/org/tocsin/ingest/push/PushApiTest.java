package org.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.publish.Receipt;
import org.tocsin.ingest.publish.RecordingKafka;
import org.tocsin.ingest.state.MemoryNotes;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Readiness;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditTrail;

class PushApiTest {
  private static final String BYTES = "application/octet-stream";

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final MemoryNotes notes = new MemoryNotes();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable part : open) {
      part.close();
    }
  }

  @Test
  void takesOneArticle() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of());

    HttpResponse<String> answer =
        post(base, "/api/articles", "application/json", "{\"id\":\"a1\",\"text\":\"Pier open.\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"received\":1,\"published\":1,\"rejected\":[],\"rejectedCount\":0,\"deadLettered\":0,\"ids\":[\"a1\"]}");
    assertThat(kafka.keys("articles")).containsExactly("a1");
  }

  @Test
  void saysWhichOfAnArrayItTurnedAway() throws Exception {
    URI base = serve(RecordingKafka.answering(), Map.of());

    PushAnswer answer =
        Json.read(
            post(
                    base,
                    "/api/articles?lane=backfill",
                    "application/json; charset=utf-8",
                    "[{\"id\":\"a1\",\"text\":\"x\"},{\"id\":\"a2\"},{\"id\":\"a3\",\"text\":\"y\"}]")
                .body(),
            PushAnswer.class);

    assertThat(answer.ids()).containsExactly("a1", "a3");
    assertThat(answer.rejected()).containsExactly(new PushAnswer.Refusal(1, "no text"));
  }

  @Test
  void keepsABrokenLineAndTakesTheOthers() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of());

    PushAnswer answer =
        Json.read(
            post(
                    base,
                    "/api/articles",
                    "application/x-ndjson",
                    "{\"id\":\"a1\",\"text\":\"x\"}\n{broken\n{\"id\":\"a2\",\"text\":\"y\"}\n")
                .body(),
            PushAnswer.class);

    assertThat(answer.received()).isEqualTo(3);
    assertThat(answer.deadLettered()).isEqualTo(1);
    assertThat(kafka.records("dead-letters")).hasSize(1);
  }

  @Test
  void answersAPushThatIsSentAgainWithoutPublishingAgain() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of());
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/articles"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "k1")
            .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"a1\",\"text\":\"Pier.\"}"))
            .build();

    HttpResponse<String> first = send(request);
    HttpResponse<String> again = send(request);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(kafka.keys("articles")).containsExactly("a1");
  }

  @Test
  void knowsAfterARestartWhatItAnsweredBefore() throws Exception {
    RecordingKafka before = RecordingKafka.answering();
    HttpResponse<String> first = send(keyed(serve(before, Map.of())));
    RecordingKafka after = RecordingKafka.answering();
    URI restarted = serve(after, Map.of());

    notes.upToDate(false);
    HttpResponse<String> early = send(keyed(restarted));
    notes.upToDate(true);
    HttpResponse<String> again = send(keyed(restarted));

    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.headers().firstValue("Retry-After")).isPresent();
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(after.keys("articles")).isEmpty();
  }

  @Test
  void remembersOnlySoManyAnswers() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of("ingest.push.idempotency-keys", "1"));

    send(keyed(base));
    send(keyed(base, "k2"));
    send(keyed(base));

    assertThat(kafka.keys("articles")).hasSize(3);
  }

  private static HttpRequest keyed(URI base) {
    return keyed(base, "k1");
  }

  private static HttpRequest keyed(URI base, String key) {
    return HttpRequest.newBuilder(base.resolve("/api/articles"))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"a1\",\"text\":\"Pier.\"}"))
        .build();
  }

  @Test
  void takesAPushThatIsPacked() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"id\":\"a1\",\"text\":\"Pier.\"}".getBytes(StandardCharsets.UTF_8));
    }
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/articles"))
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
            .build();

    assertThat(send(request).statusCode()).isEqualTo(200);
    assertThat(kafka.keys("articles")).containsExactly("a1");
  }

  @Test
  void refusesAnotherPushUnderTheSameKey() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of());
    String body = "{\"id\":\"a1\",\"text\":\"Pier.\"}";
    send(keyed(base, "/api/articles", body));

    HttpResponse<String> other = send(keyed(base, "/api/articles", body.replace("a1", "a2")));
    HttpResponse<String> lane = send(keyed(base, "/api/articles?lane=backfill", body));
    HttpResponse<String> same = send(keyed(base, "/api/articles", body));

    assertThat(List.of(other.statusCode(), lane.statusCode())).containsExactly(422, 422);
    assertThat(other.body()).contains("Idempotency-Key stands for another push");
    assertThat(same.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(kafka.keys("articles")).containsExactly("a1");
  }

  private static HttpRequest keyed(URI base, String path, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", "k7")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  @Test
  void countsMoreRejectionsThanItNames() throws Exception {
    URI base = serve(RecordingKafka.answering(), Map.of("ingest.push.receipts", "2"));
    String lines = "{\"id\":\"a\"}\n".repeat(7) + "{\"text\":\"Pier open.\"}\n{broken\n";

    PushAnswer answer =
        Json.read(
            post(base, "/api/articles", "application/x-ndjson", lines).body(), PushAnswer.class);

    assertThat(answer.rejected()).hasSize(2);
    assertThat(answer.rejectedCount()).isEqualTo(7);
    assertThat(answer.received())
        .isEqualTo(answer.published() + answer.rejectedCount() + answer.deadLettered());
  }

  @Test
  void refusesJsonLinesSentAsOneDocument() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of());

    HttpResponse<String> answer =
        post(base, "/api/articles", "application/json", "{\"text\":\"x\"}\n{\"text\":\"y\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 2", "more behind the first document");
    assertThat(kafka.producer.history()).isEmpty();
  }

  @Test
  void namesOnlySoManyIdsAndCountsAll() throws Exception {
    URI base = serve(RecordingKafka.answering(), Map.of("ingest.push.receipts", "5"));
    String lines = "{\"text\":\"Pier open.\"}\n".repeat(5_000);

    PushAnswer answer =
        Json.read(
            post(base, "/api/articles", "application/x-ndjson", lines).body(), PushAnswer.class);

    assertThat(answer.published()).isEqualTo(5_000);
    assertThat(answer.ids()).hasSize(5);
  }

  @Test
  void refusesBrokenJsonAndSaysWhere() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of());

    HttpResponse<String> answer =
        post(base, "/api/articles", "application/json", "[{\"text\":\"x\"},\n{\"text\":]");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 2, column 9");
    assertThat(kafka.producer.history()).isEmpty();
  }

  @Test
  void refusesWhatItCannotTake() throws Exception {
    URI base =
        serve(
            RecordingKafka.answering(),
            Map.of("ingest.push.max-body", "100B", "ingest.push.max-file", "100B"));
    String large = "{\"text\":\"" + "x".repeat(200) + "\"}";

    assertThat(post(base, "/api/articles", "text/plain", "x").statusCode()).isEqualTo(415);
    assertThat(post(base, "/api/articles", "application/json", large).statusCode()).isEqualTo(413);
    assertThat(post(base, "/api/files?name=x.txt", BYTES, large).statusCode()).isEqualTo(413);
    assertThat(post(base, "/api/files?name=x.txt", "text/plain", "x").statusCode()).isEqualTo(415);
    assertThat(post(base, "/api/files", BYTES, "x").statusCode()).isEqualTo(400);
    assertThat(post(base, "/api/articles?lane=slow", "application/json", "{}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void takesNothingFromAPageElsewhere() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of());
    for (String path : List.of("/api/articles", "/api/files?name=x.txt")) {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve(path))
              .header("Content-Type", path.contains("files") ? BYTES : "application/json")
              .header("Origin", "https://evil.example")
              .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"x\"}"))
              .build();

      HttpResponse<String> answer = send(request);

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("{\"error\":\"a page elsewhere");
    }
    assertThat(kafka.producer.history()).isEmpty();
  }

  @Test
  void answersToItsOwnNameOnlyOnTheLoopback() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    int port = serve(kafka, Map.of()).getPort();

    assertThat(statusUnder("evil.example", "http://evil.example", port)).contains(" 403 ");
    assertThat(kafka.producer.history()).isEmpty();
    String own = "localhost:" + port;
    assertThat(statusUnder(own, "http://" + own, port)).contains(" 200 ");
  }

  /** The client of the JDK does not let its caller choose the Host header. */
  private static String statusUnder(String host, String origin, int port) throws IOException {
    String request =
        "POST /api/articles HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"text\":\"x\"}";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      byte[] bytes = request.formatted(host, origin).getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(bytes);
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.US_ASCII).lines().findFirst().orElse("");
    }
  }

  @Test
  void namesTheLimitThatAJsonDocumentIsOver() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of("ingest.limits.document", "100B"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/api/articles"))
            .header("Content-Type", "application/json");
    byte[] large = ("{\"text\":\"" + "x".repeat(200) + "\"}").getBytes(StandardCharsets.UTF_8);
    InputStream unsized = new ByteArrayInputStream(large);

    for (BodyPublisher body :
        List.of(BodyPublishers.ofByteArray(large), BodyPublishers.ofInputStream(() -> unsized))) {
      HttpResponse<String> answer = send(request.POST(body).build());

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("ingest.limits.document, 100 bytes");
    }
    assertThat(kafka.producer.history()).isEmpty();
  }

  @Test
  void asksForTheKey() throws Exception {
    URI base = serve(RecordingKafka.answering(), Map.of("ingest.push.api-key", "sesame"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/api/articles"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"x\"}"));

    assertThat(post(base, "/api/articles", "application/json", "{}").statusCode()).isEqualTo(401);
    assertThat(send(request.header("X-Api-Key", "sesame").build()).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsAClientToComeLaterWhenTooMuchIsOnTheWay() throws Exception {
    RecordingKafka kafka = new RecordingKafka(false, 2048);
    ArticleDraft large =
        new ArticleDraft("a", null, null, null, "x".repeat(4_000), null, null, "test");
    CompletableFuture<Receipt> onItsWay = kafka.publisher.publish(large, Lane.LIVE);
    URI base = serve(kafka, Map.of());

    HttpResponse<String> answer = post(base, "/api/articles", "application/json", "{}");

    assertThat(onItsWay).isNotDone();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }

  @Test
  void saysThatKafkaIsAway() throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    kafka.producer.sendException = new TimeoutException("away");
    URI base = serve(kafka, Map.of());

    HttpResponse<String> answer =
        post(base, "/api/articles", "application/json", "{\"text\":\"x\"}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void replaysFilesThroughTheSameParsers(@TempDir Path folder) throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    URI base = serve(kafka, Map.of());
    Path text = Files.writeString(folder.resolve("a pier.txt"), "Pier open.");
    Path lines = Files.writeString(folder.resolve("b.jsonl"), "{\"id\":\"b1\",\"text\":\"x\"}\n");
    List<Integer> progress = new ArrayList<>();

    new ReplayClient(base, "", Duration.ofSeconds(5))
        .replay(
            List.of(text, lines),
            Lane.BACKFILL,
            (file, answer) -> progress.add(answer.published()));

    assertThat(progress).containsExactly(1, 1);
    assertThat(kafka.keys("articles")).containsExactly("a pier", "b1");
  }

  @Test
  void replaysNothingWhenAFileIsMissing(@TempDir Path folder) throws Exception {
    RecordingKafka kafka = RecordingKafka.answering();
    ReplayClient replay = new ReplayClient(serve(kafka, Map.of()), "", Duration.ofSeconds(1));
    Path there = Files.writeString(folder.resolve("a.txt"), "Pier open.");
    List<Path> files = List.of(there, folder.resolve("missing.txt"));

    assertThatThrownBy(() -> replay.replay(files, Lane.LIVE, (file, answer) -> {}))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("missing.txt");
    assertThat(kafka.producer.history()).isEmpty();
  }

  @Test
  void givesUpOnAServiceThatIsNotThere(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "Pier open.");
    ReplayClient replay =
        new ReplayClient(URI.create("http://127.0.0.1:1"), "", Duration.ofMillis(300));

    assertThatThrownBy(() -> replay.replay(List.of(file), Lane.LIVE, (f, answer) -> {}))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("could not be sent");
  }

  private URI serve(RecordingKafka kafka, Map<String, String> settings) {
    PushApi api =
        new PushApi(
            new ArticleReader(IngestSettings.limits(Settings.of(settings))),
            kafka.publisher,
            notes,
            Settings.of(settings),
            Clock.systemUTC());
    Access access =
        Access.of(
            new Access.Door(
                "ingest", "127.0.0.1", "", Settings.of(settings).get(IngestSettings.API_KEY)),
            Settings.defaults(),
            AuditTrail.NONE,
            kafka.metrics.registry(),
            Clock.systemUTC());
    HttpEndpoint endpoint =
        new HttpEndpoint("127.0.0.1", 0, kafka.metrics, () -> Readiness.READY, access, api::routes);
    endpoint.start();
    open.add(endpoint);
    open.add(kafka);
    return URI.create("http://127.0.0.1:" + endpoint.port());
  }

  private HttpResponse<String> post(URI base, String path, String type, String body)
      throws Exception {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
