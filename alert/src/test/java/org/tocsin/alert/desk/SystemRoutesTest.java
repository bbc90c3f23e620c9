package org.tocsin.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.system.SystemFigures;
import org.tocsin.alert.trace.Trace;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Json;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditTrail;

class SystemRoutesTest {
  private final Map<Trace.Place, ConsumerRecord<byte[], byte[]>> letters = new HashMap<>();
  private final List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
  private HttpEndpoint server;

  @BeforeEach
  void start() {
    SystemFigures figures =
        new SystemFigures(List.of(new SystemFigures.Stage("enrich", 7, 1.5, 20)), 3, 4, 5, 6, 1);
    SystemRoutes routes =
        new SystemRoutes(
            () -> figures,
            place -> Optional.ofNullable(letters.get(place)),
            (record, what) -> {
              written.add(record);
              return new RecordMetadata(new TopicPartition(record.topic(), 1), 42, 0, 0, 0, 0);
            },
            "t-");
    Metrics metrics = new Metrics("alert");
    Access access =
        Access.of(
            new Access.Door("alert", "127.0.0.1", "", ""),
            Settings.defaults(),
            AuditTrail.NONE,
            metrics.registry(),
            Clock.systemUTC());
    server =
        new HttpEndpoint(
            "127.0.0.1",
            0,
            metrics,
            () -> Readiness.READY,
            access,
            config -> {
              routes.install(config.routes);
              Faults.install(config.routes);
            });
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void bury(long offset, @Nullable String topic, byte[] value) {
    byte[] key = "article-1".getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record =
        new DeadLetter(
                key,
                value,
                "enrich",
                "decode",
                "SerializationException",
                "not JSON",
                topic,
                0,
                17L,
                null,
                NOON)
            .toRecord("t-");
    record.headers().add("lane", "live".getBytes(StandardCharsets.UTF_8));
    ConsumerRecord<byte[], byte[]> read =
        new ConsumerRecord<>("t-dead-letters", 2, offset, key, value);
    record.headers().forEach(header -> read.headers().add(header));
    letters.put(new Trace.Place(2, offset), read);
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode json(String method, String path) throws Exception {
    HttpResponse<String> answer = ask(method, path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.mapper().readTree(answer.body());
  }

  @Test
  void showsTheFigures() throws Exception {
    JsonNode figures = json("GET", "/api/system");
    assertThat(figures.at("/stages/0/freshness").asDouble()).isEqualTo(1.5);
    assertThat(figures.path("deadLetters").asInt()).isEqualTo(3);
  }

  @Test
  void showsADeadLetterAndSendsItOnceMore() throws Exception {
    bury(17, "articles", "{no \u202e".getBytes(StandardCharsets.UTF_8));
    JsonNode letter = json("GET", "/api/dead-letters/2@17");
    assertThat(letter.path("id").asText()).isEqualTo("2@17");
    assertThat(letter.path("reason").asText()).isEqualTo("SerializationException");
    assertThat(letter.path("text").asText()).isEqualTo("{no \u202e");
    assertThat(letter.path("whole").asBoolean()).isTrue();
    JsonNode replayed = json("POST", "/api/dead-letters/2%4017/replay");
    assertThat(replayed.path("topic").asText()).isEqualTo("articles");
    assertThat(replayed.path("offset").asInt()).isEqualTo(42);
    assertThat(written.get(0).topic()).isEqualTo("t-articles");
    assertThat(written.get(0).headers().toArray()).extracting(h -> h.key()).containsExactly("lane");
    assertThat(written.get(0).value()).isEqualTo("{no \u202e".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesWhatCannotBeShownOrSent() throws Exception {
    bury(18, null, new byte[200_000]);
    assertThat(json("GET", "/api/dead-letters/2@18").path("whole").asBoolean()).isFalse();
    assertThat(ask("POST", "/api/dead-letters/2@18/replay").statusCode()).isEqualTo(409);
    assertThat(ask("GET", "/api/dead-letters/2@99").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/api/dead-letters/zz").statusCode()).isEqualTo(400);
    assertThat(written).isEmpty();
  }

  @Test
  void countsTheHoursOfADay() {
    HourlyCount count = new HourlyCount();
    for (int hour = 0; hour < 30; hour++) {
      count.add(NOON.plusSeconds(3_600L * hour));
    }
    Instant last = NOON.plusSeconds(3_600L * 29);
    assertThat(count.ofDay(last)).isEqualTo(24);
    count.add(NOON);
    assertThat(count.ofDay(last)).as("too old to count").isEqualTo(24);
    assertThat(count.ofDay(last.plusSeconds(3_600L * 20))).isEqualTo(4);
    assertThat(count.ofDay(last.plusSeconds(3_600L * 200))).isZero();
  }
}
