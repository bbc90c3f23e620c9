package org.tocsin.alert.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Json;

class WebChannelsTest {
  private static final Secret SECRET = new Secret("whsec_aGFyYm91ciBsaWdodHM=");
  private static final List<Alert> ONE = List.of(Samples.alert("a", 0, "The port will close."));

  private final Channels channels = channels(true);

  private static Channels channels(boolean allowPrivate) {
    return new Channels(
        new Channels.Terms(
            null, null, ZoneOffset.UTC, Duration.ofMillis(400), allowPrivate, Set.of("localhost")),
        alert -> {},
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    channels.close();
  }

  private static Notifier notifier(Notifier.Target target) {
    return new Notifier("newsroom", Notifier.Filter.ALL, target, Duration.ZERO);
  }

  private Channel webhook(URI url) {
    return channels.open(notifier(new Notifier.Webhook(url, SECRET)));
  }

  @Test
  void signsWhatItSends() throws Exception {
    try (Receiver receiver = new Receiver(Receiver.status(200, ""))) {
      assertThat(webhook(receiver.url()).send(ONE).delivered()).isTrue();
      Receiver.Request request = receiver.requests().get(0);
      assertThat(request.header("webhook-id")).isEqualTo("a");
      assertThat(request.header("idempotency-key")).isEqualTo("a");
      assertThat(request.header("webhook-timestamp")).isEqualTo("" + NOON.getEpochSecond());
      String signed = "a." + NOON.getEpochSecond() + "." + request.body();
      assertThat(request.header("webhook-signature")).isEqualTo("v1," + hmac(signed));
      JsonNode body = Json.mapper().readTree(request.body());
      assertThat(body.path("type").asText()).isEqualTo("alert.rang");
      assertThat(body.path("data").path("id").asText()).isEqualTo("a");
    }
  }

  @Test
  void aFollowUpHasATypeAndAKeyOfItsOwn() throws Exception {
    List<Alert> withdrawn = List.of(Samples.withdrawn(Samples.alert("a", 3, "The port closes.")));
    try (Receiver receiver = new Receiver(Receiver.status(200, ""))) {
      webhook(receiver.url()).send(ONE);
      webhook(receiver.url()).send(withdrawn);
      webhook(receiver.url()).send(withdrawn);
      Receiver.Request request = receiver.requests().get(1);
      assertThat(request.header("webhook-id")).isEqualTo("a-3");
      assertThat(request.header("idempotency-key")).isEqualTo("a-3");
      assertThat(receiver.requests().get(2).body()).isEqualTo(request.body());
      JsonNode body = Json.mapper().readTree(request.body());
      assertThat(body.path("type").asText()).isEqualTo("alert.followed-up");
      assertThat(body.path("timestamp").asText()).isEqualTo(NOON.plusSeconds(3_600).toString());
      assertThat(body.at("/data/id").asText()).isEqualTo("a");
      assertThat(body.at("/data/tells/0/kind").asText()).isEqualTo("withdrawn");
    }
  }

  private static String hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec("harbour lights".getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "204, DELIVERED",
    "302, FAILED",
    "400, REFUSED",
    "401, FAILED",
    "404, FAILED",
    "408, FAILED",
    "410, BARRED",
    "413, REFUSED",
    "429, FAILED",
    "500, FAILED",
    "503, FAILED"
  })
  void understandsTheStatus(int status, Answer.Result result) throws Exception {
    try (Receiver receiver = new Receiver(Receiver.status(status, ""))) {
      assertThat(webhook(receiver.url()).send(ONE).result()).isEqualTo(result);
    }
  }

  @Test
  void saysWhatTheReceiverSaidOnOneLine() throws Exception {
    try (Receiver receiver =
        new Receiver(Receiver.status(500, "out of\nribbon\u001b[2J" + "x".repeat(5_000)))) {
      String detail = webhook(receiver.url()).send(ONE).detail();
      assertThat(detail).startsWith("answered with status 500: out of ribbon").hasSizeLessThan(301);
      assertThat(detail).doesNotContain("\n", "\u001b");
    }
  }

  @Test
  void waitsAsLongAsItIsAskedTo() throws Exception {
    Receiver.Behaviour busy =
        (exchange, request) -> {
          exchange.getResponseHeaders().add("Retry-After", "120");
          Receiver.status(429, "").answer(exchange, request);
        };
    try (Receiver receiver = new Receiver(busy)) {
      assertThat(webhook(receiver.url()).send(ONE).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }
  }

  @Test
  void givesUpOnAReceiverThatNeverAnswers() throws Exception {
    try (Receiver receiver = new Receiver((exchange, request) -> sleep(3_000))) {
      Answer answer = webhook(receiver.url()).send(ONE);
      assertThat(answer.result()).isEqualTo(Answer.Result.FAILED);
      assertThat(answer.detail()).contains("400 ms");
    }
  }

  @Test
  void givesUpOnAReceiverThatDrips() throws Exception {
    Receiver.Behaviour drip =
        (exchange, request) -> {
          exchange.sendResponseHeaders(500, 0);
          for (int i = 0; i < 40; i++) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            sleep(100);
          }
          exchange.close();
        };
    try (Receiver receiver = new Receiver(drip)) {
      long began = System.nanoTime();
      assertThat(webhook(receiver.url()).send(ONE).result()).isEqualTo(Answer.Result.FAILED);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }
  }

  /** Begins an answer whose body never ends. */
  private static Receiver.Behaviour endless(int status, AtomicLong written) {
    return (exchange, request) -> {
      exchange.sendResponseHeaders(status, 0);
      byte[] piece = "x".repeat(8_192).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 100_000; i++) {
        exchange.getResponseBody().write(piece);
        written.addAndGet(piece.length);
      }
      exchange.close();
    };
  }

  @ParameterizedTest
  @CsvSource({"200, DELIVERED", "413, REFUSED", "500, FAILED"})
  void readsNoEndlessAnswer(int status, Answer.Result result) throws Exception {
    AtomicLong written = new AtomicLong();
    try (Receiver receiver = new Receiver(endless(status, written))) {
      assertThat(webhook(receiver.url()).send(ONE).result()).isEqualTo(result);
      assertThat(written.get()).as("what buffers hold").isLessThan(50_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"200, DELIVERED", "413, REFUSED", "410, BARRED"})
  void theStatusCountsThoughTheBodyDrips(int status, Answer.Result result) throws Exception {
    Receiver.Behaviour drip =
        (exchange, request) -> {
          exchange.sendResponseHeaders(status, 0);
          for (int i = 0; i < 20; i++) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            sleep(100);
          }
          exchange.close();
        };
    try (Receiver receiver = new Receiver(drip)) {
      assertThat(webhook(receiver.url()).send(ONE).result()).isEqualTo(result);
    }
  }

  @Test
  void believesADateByItsOwnClock() throws Exception {
    Receiver.Behaviour busy =
        (exchange, request) -> {
          exchange.getResponseHeaders().add("Retry-After", "Tue, 10 Mar 2026 12:30:00 GMT");
          Receiver.status(503, "").answer(exchange, request);
        };
    try (Receiver receiver = new Receiver(busy)) {
      assertThat(webhook(receiver.url()).send(ONE).retryAfter()).isEqualTo(Duration.ofMinutes(30));
    }
  }

  @Test
  void cutsWhatAChatWouldNotTake() {
    Channel chat =
        channels.open(
            notifier(new Notifier.Chat(ChatStyle.TEAMS, URI.create("https://chat.example/x"))));
    List<Alert> long2000 =
        IntStream.range(0, 200)
            .mapToObj(i -> Samples.alert("a" + i, 0, "The port will close. ".repeat(100)))
            .toList();
    assertThat(chat.fits(long2000)).isBetween(3, 5);
    assertThat(chat.fits(long2000.subList(0, 1))).isEqualTo(1);
    assertThat(chat.fits(List.of(Samples.alert("a", 0, "x"), Samples.alert("b", 0, "y"))))
        .isEqualTo(2);
  }

  private static void sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void failsWhereNobodyListens() {
    assertThat(webhook(URI.create("http://127.0.0.1:9/")).send(ONE).result())
        .isEqualTo(Answer.Result.FAILED);
  }

  @Test
  void refusesOurOwnNetwork() throws Exception {
    try (Receiver receiver = new Receiver(Receiver.status(200, ""));
        Channels careful = channels(false)) {
      Channel channel = careful.open(notifier(new Notifier.Webhook(receiver.url(), SECRET)));
      Answer answer = channel.send(ONE);
      assertThat(answer.result()).isEqualTo(Answer.Result.BARRED);
      assertThat(answer.detail()).contains("private network", "alert.notifiers.private.hosts");
      assertThat(receiver.requests()).isEmpty();
      URI named = URI.create("http://localhost:" + receiver.url().getPort() + "/");
      assertThat(careful.open(notifier(new Notifier.Webhook(named, SECRET))).send(ONE).delivered())
          .isTrue();
    }
  }

  @Test
  void writesToChats() throws Exception {
    try (Receiver receiver = new Receiver(Receiver.status(200, "ok"))) {
      for (ChatStyle style : ChatStyle.values()) {
        channels
            .open(notifier(new Notifier.Chat(style, receiver.url())))
            .send(List.of(Samples.alert("a", 0, "<!channel> *Close* the @port & go.")));
      }
      JsonNode slack = Json.mapper().readTree(receiver.requests().get(0).body());
      assertThat(slack.path("text").asText())
          .startsWith("*Ports* · medium · 10 Mar 2026, 12:00 Z")
          .contains("Mira Oldenburg (said): &lt;!channel&gt; *Close* the @port &amp; go.")
          .contains("Harbour Gazette · https://www.harbour-gazette.example/news/");
      JsonNode mattermost = Json.mapper().readTree(receiver.requests().get(1).body());
      assertThat(mattermost.path("text").asText())
          .startsWith("**Ports**")
          .contains("\\<\\!channel\\> \\*Close\\* the @\u200bport");
      JsonNode teams = Json.mapper().readTree(receiver.requests().get(2).body());
      assertThat(teams.at("/attachments/0/content/body/0/text").asText()).contains("\\*Close\\*");
    }
  }

  @Test
  void aTestIsNoAlert() throws Exception {
    try (Receiver receiver = new Receiver(Receiver.status(200, ""))) {
      assertThat(webhook(receiver.url()).test("Only a test.").delivered()).isTrue();
      assertThat(Json.mapper().readTree(receiver.requests().get(0).body()).path("type").asText())
          .isEqualTo("test");
    }
  }

  @Test
  void neverShowsAddressOrSecret() {
    Notifier.Webhook webhook =
        new Notifier.Webhook(URI.create("https://hooks.example/T0K3N"), SECRET);
    assertThat(notifier(webhook).toString()).doesNotContain("T0K3N", "aGFyYm91");
    assertThat(channels.open(notifier(webhook)).target()).isEqualTo("hooks.example");
  }
}
