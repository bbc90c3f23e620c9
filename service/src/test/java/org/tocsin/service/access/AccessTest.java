package org.tocsin.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.AuditEntry;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Metrics;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Readiness;
import org.tocsin.service.Settings;

class AccessTest {
  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Metrics metrics = new Metrics("test");
  private final List<AuditEntry> written = new ArrayList<>();
  private final UserFile.Fresh ines = UserFile.fresh("ines", Role.EDITOR, "foreign", null);
  private final UserFile.Fresh olav = UserFile.fresh("olav", Role.READER, null, null);
  private final UserFile.Fresh former =
      UserFile.fresh("former", Role.OPERATOR, null, LocalDate.parse("2020-01-01"));
  private final List<Consumer<AuditEntry>> followers = new CopyOnWriteArrayList<>();
  private HttpEndpoint server;
  private volatile BooleanSupplier standing = () -> false;
  private Path users;

  @BeforeEach
  void start() throws IOException {
    users = folder.resolve("users.yaml");
    Files.write(users, List.of(ines.line(), olav.line(), former.line()));
    serve("0.0.0.0", "the operator's own", "sesame", Map.of("access.users.file", users.toString()));
  }

  private void serve(String boundTo, String token, String pushKey, Map<String, String> settings) {
    Access access =
        Access.of(
            new Access.Door("test", boundTo, token, pushKey),
            Settings.of(settings),
            new Trail(),
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
              config.routes.get("/api/things", ctx -> ctx.result("things"));
              config.routes.put("/api/things/{id}", ctx -> AuditNote.say(ctx, "made"), Role.EDITOR);
              config.routes.delete("/api/things/{id}", ctx -> ctx.status(204));
              config.routes.post("/api/articles", ctx -> ctx.result("taken"), Role.PUSHER);
              config.routes.post("/api/try", ctx -> {}, Role.EDITOR, Effect.NONE);
              config.routes.get("/api/stream", ctx -> standing = Standing.of(ctx), Role.READER);
              config.routes.get("/api/feed", ctx -> {}, Role.READER, Entrance.PASSWORD);
            });
    server.start();
  }

  private final class Trail implements AuditTrail {
    @Override
    public void write(AuditEntry entry) {
      written.add(entry);
      followers.forEach(follower -> follower.accept(entry));
    }

    @Override
    public void follow(Duration back, Consumer<AuditEntry> taker) {
      followers.add(taker);
    }

    @Override
    public void close() {}
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private int status(String method, String path, String... headers) throws Exception {
    return send(method, path, "{}", headers).statusCode();
  }

  private static String[] bearer(UserFile.Fresh user) {
    return new String[] {"Authorization", "Bearer " + user.token()};
  }

  @Test
  void asksEverybodyForATokenExceptAboutItsHealth() throws Exception {
    assertThat(status("GET", "/health/live")).isEqualTo(200);
    assertThat(status("GET", "/health/ready")).isEqualTo(200);
    assertThat(status("GET", "/metrics")).isEqualTo(401);
    assertThat(status("GET", "/api/things")).isEqualTo(401);
    assertThat(status("GET", "/api/me")).isEqualTo(401);
    assertThat(status("GET", "/metrics", bearer(olav))).isEqualTo(200);
  }

  @Test
  void letsEachRoleDoWhatIsItsOwn() throws Exception {
    assertThat(status("GET", "/api/things", bearer(olav))).isEqualTo(200);
    assertThat(status("PUT", "/api/things/1", bearer(olav))).isEqualTo(403);
    assertThat(status("PUT", "/api/things/1", bearer(ines))).isEqualTo(200);
    assertThat(status("DELETE", "/api/things/1", bearer(ines))).isEqualTo(403);
    assertThat(status("POST", "/api/articles", bearer(ines))).isEqualTo(403);
    String[] operator = {"Authorization", "Bearer the operator's own"};
    assertThat(status("DELETE", "/api/things/1", operator)).isEqualTo(204);
    String[] key = {"X-Api-Key", "sesame"};
    assertThat(status("POST", "/api/articles", key)).isEqualTo(200);
    assertThat(status("GET", "/api/things", key)).isEqualTo(403);
    assertThat(status("GET", "/api/things", bearer(former))).isEqualTo(401);
  }

  @Test
  void saysWhoSomebodyIs() throws Exception {
    assertThat(send("GET", "/api/me", "", bearer(ines)).body())
        .isEqualTo(
            "{\"name\":\"ines\",\"role\":\"editor\",\"signedIn\":true,\"desk\":\"foreign\"}");
  }

  @Test
  void readsTheUsersAgainAndKeepsThemWhereTheFileIsBroken() throws Exception {
    Files.write(users, List.of(olav.line()));
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> status("GET", "/api/things", bearer(ines)) == 401);
    Files.writeString(users, "- {name: olav, role: chief}");
    await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
    assertThat(status("GET", "/api/things", bearer(olav))).isEqualTo(200);
  }

  @Test
  void opensASessionForThePage() throws Exception {
    String cookie = session(ines);
    assertThat(cookie)
        .contains("tocsin-session=", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
        .doesNotContain("Secure");
    String[] session = {"Cookie", cookie.split(";")[0]};
    assertThat(send("GET", "/api/me", "", session).body()).contains("\"ines\"");
    assertThat(status("GET", "/api/things", session)).isEqualTo(200);
    HttpResponse<String> behindTls =
        send("POST", "/api/session", tokenOf(ines), "X-Forwarded-Proto", "https");
    assertThat(behindTls.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
  }

  private static String tokenOf(UserFile.Fresh user) {
    return "{\"token\":\"" + user.token() + "\"}";
  }

  private String session(UserFile.Fresh user) throws Exception {
    HttpResponse<String> answer = send("POST", "/api/session", tokenOf(user));
    assertThat(answer.statusCode()).isEqualTo(204);
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  @Test
  void takesChangesWithASessionFromItsOwnPageOnly() throws Exception {
    String[] cookie = {"Cookie", session(ines).split(";")[0]};
    assertThat(status("PUT", "/api/things/1", cookie)).isEqualTo(403);
    assertThat(status("PUT", "/api/things/1", "Cookie", cookie[1], "X-Tocsin", "desk"))
        .isEqualTo(200);
    assertThat(
            status(
                "PUT",
                "/api/things/1",
                "Cookie",
                cookie[1],
                "X-Tocsin",
                "desk",
                "Origin",
                "https://evil.example"))
        .isEqualTo(403);
    assertThat(status("PUT", "/api/things/1", "Cookie", cookie[1] + "x", "X-Tocsin", "desk"))
        .isEqualTo(401);
  }

  @Test
  void endsASessionForGood() throws Exception {
    String[] cookie = {"Cookie", session(ines).split(";")[0], "X-Tocsin", "desk"};
    HttpResponse<String> ended = send("DELETE", "/api/session", "", cookie);
    assertThat(ended.statusCode()).isEqualTo(204);
    assertThat(ended.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("Expires=Thu, 01 Jan 1970");
    assertThat(status("GET", "/api/me", cookie)).isEqualTo(401);
  }

  @Test
  void endsTheSessionsOfAUserWhoseTokenIsWithdrawnAndFollowsTheRole() throws Exception {
    String[] cookie = {"Cookie", session(ines).split(";")[0]};
    Files.write(users, List.of(ines.line().replace("editor", "reader"), olav.line()));
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> send("GET", "/api/me", "", cookie).body().contains("reader"));
    UserFile.Fresh anew = UserFile.fresh("ines", Role.EDITOR, null, null);
    Files.write(users, List.of(anew.line()));
    await().atMost(Duration.ofSeconds(5)).until(() -> status("GET", "/api/me", cookie) == 401);
  }

  @Test
  void knowsWhenWhoeverWasLetInMayNoLongerStay() throws Exception {
    assertThat(status("GET", "/api/stream", bearer(ines))).isEqualTo(200);
    BooleanSupplier byToken = standing;
    assertThat(status("GET", "/api/stream", "Cookie", session(olav).split(";")[0])).isEqualTo(200);
    BooleanSupplier bySession = standing;
    assertThat(byToken.getAsBoolean()).isTrue();
    assertThat(bySession.getAsBoolean()).isTrue();
    Files.write(users, List.of(olav.line()));
    await().atMost(Duration.ofSeconds(5)).until(() -> !byToken.getAsBoolean());
    assertThat(bySession.getAsBoolean()).isTrue();
    Files.write(users, List.of(olav.line().replace("reader", "pusher")));
    await().atMost(Duration.ofSeconds(5)).until(() -> !bySession.getAsBoolean());
  }

  @Test
  void endsASessionOnEveryInstanceOfTheSameKey() throws Exception {
    stop();
    Map<String, String> settings =
        Map.of(
            "access.users.file",
            users.toString(),
            "access.session.key",
            "one-for-all-of-them-and-long-enough");
    serve("0.0.0.0", "", "", settings);
    HttpEndpoint first = server;
    serve("0.0.0.0", "", "", settings);
    String[] cookie = {"Cookie", session(ines).split(";")[0], "X-Tocsin", "desk"};
    assertThat(status("GET", "/api/stream", cookie)).isEqualTo(200);
    BooleanSupplier here = standing;
    HttpEndpoint second = server;
    server = first;
    assertThat(status("DELETE", "/api/session", cookie)).isEqualTo(204);
    await().atMost(Duration.ofSeconds(2)).until(() -> !here.getAsBoolean());
    first.close();
    server = second;
    assertThat(status("GET", "/api/things", cookie)).isEqualTo(401);
  }

  @Test
  void refusesUnseenWhatComesAfterTooManyWrongTokens() throws Exception {
    assertThat(status("GET", "/api/things", bearer(olav))).isEqualTo(200);
    for (int i = 0; i < 10; i++) {
      assertThat(status("GET", "/api/things", "Authorization", "Bearer guess" + i)).isEqualTo(401);
    }
    String[] operator = {"Authorization", "Bearer the operator's own"};
    HttpResponse<String> slowed = send("GET", "/api/things", "", operator);
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
    assertThat(status("GET", "/api/things", bearer(olav))).isEqualTo(200);
    assertThat(metrics.scrape("text/plain; version=0.0.4; charset=utf-8"))
        .contains("tocsin_sign_ins_failed_total{outcome=\"refused\"} 10.0")
        .contains("tocsin_sign_ins_failed_total{outcome=\"slowed\"} 1.0");
  }

  @Test
  void letsInWhatNobodyGuessesHoweverMuchOthersGuess() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(status("GET", "/api/things", "Authorization", "Bearer guess" + i)).isEqualTo(401);
    }
    assertThat(status("GET", "/api/things", bearer(ines))).isEqualTo(200);
    String longGuess = "Bearer tocsin_" + "x".repeat(43);
    assertThat(status("GET", "/api/things", "Authorization", longGuess)).isEqualTo(429);
  }

  @Test
  void takesAddressesFromTheProxiesItKnows() throws Exception {
    serveBehind("127.0.0.0/8,::1");
    guess("198.51.100.1, 203.0.113.7");
    assertThat(operator("X-Forwarded-For", "203.0.113.8")).isEqualTo(204);
    assertThat(operator("X-Forwarded-For", "203.0.113.8, 203.0.113.7")).isEqualTo(429);
    assertThat(operator("X-Forwarded-For", "203.0.113.7, 127.0.0.9")).isEqualTo(429);
    assertThat(operator("X-Forwarded-For", "not an address")).isEqualTo(204);
  }

  @Test
  void takesAddressesFromNobodyElse() throws Exception {
    serveBehind("10.0.0.0/8");
    guess("203.0.113.7");
    assertThat(operator("X-Forwarded-For", "203.0.113.8")).isEqualTo(429);
  }

  private void serveBehind(String proxies) {
    stop();
    serve("0.0.0.0", "the operator's own", "", Map.of("access.proxies", proxies));
  }

  private void guess(String from) throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(
              status(
                  "GET",
                  "/api/things",
                  "X-Forwarded-For",
                  from,
                  "Authorization",
                  "Bearer guess" + i))
          .isEqualTo(401);
    }
  }

  private int operator(String header, String value) throws Exception {
    return status(
        "DELETE", "/api/things/1", header, value, "Authorization", "Bearer the operator's own");
  }

  @Test
  void knowsItsOwnPageBehindAProxyThatRenamesIt() throws Exception {
    String[] page = {
      "Origin",
      "https://desk.example",
      "X-Forwarded-Host",
      "desk.example",
      "Authorization",
      "Bearer the operator's own"
    };
    HttpResponse<String> unknown = send("DELETE", "/api/things/1", "", page);
    assertThat(unknown.statusCode()).isEqualTo(403);
    assertThat(unknown.body()).contains("https://desk.example", "Host header");
    serveBehind("127.0.0.1");
    assertThat(status("DELETE", "/api/things/1", page)).isEqualTo(204);
  }

  @Test
  void isNotOpenToThoseBehindAProxy() throws Exception {
    stop();
    serve("127.0.0.1", "", "", Map.of());
    for (String trace : List.of("X-Forwarded-For", "Forwarded", "Via")) {
      HttpResponse<String> passed = send("GET", "/api/things", "", trace, "for=203.0.113.7");
      assertThat(passed.statusCode()).isEqualTo(403);
      assertThat(passed.body()).contains("access.users.file");
      assertThat(status("GET", "/metrics", trace, "for=203.0.113.7")).isEqualTo(403);
    }
  }

  @Test
  void passesOverAPasswordThatABrowserSendsAlong() throws Exception {
    String remembered =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("any:" + olav.token()).getBytes(StandardCharsets.UTF_8));
    assertThat(status("GET", "/api/feed", "Authorization", remembered)).isEqualTo(200);
    String cookie = session(ines).split(";")[0];
    for (int i = 0; i < 11; i++) {
      assertThat(status("GET", "/api/things", "Authorization", remembered, "Cookie", cookie))
          .isEqualTo(200);
    }
    assertThat(status("GET", "/api/things", "Authorization", remembered)).isEqualTo(401);
  }

  @Test
  void wantsAKeyOfSessionsThatNobodyGuesses() {
    assertThatThrownBy(
            () -> serve("127.0.0.1", "", "", Map.of("access.session.key", "short-and-sweet")))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("32 characters")
        .hasMessageNotContaining("sweet");
  }

  @Test
  void writesDownOfWhatChangesNothingOnlyThatItWasRefused() throws Exception {
    assertThat(status("POST", "/api/try", bearer(ines))).isEqualTo(200);
    assertThat(status("POST", "/api/try", bearer(olav))).isEqualTo(403);
    await().atMost(Duration.ofSeconds(2)).until(() -> !written.isEmpty());
    assertThat(written).extracting(AuditEntry::who).containsExactly("olav");
  }

  @Test
  @SuppressWarnings("NullAway") // Does not see that a tuple takes null.
  void writesDownWhoChangedWhat() throws Exception {
    send("GET", "/api/things", "", bearer(ines));
    send("PUT", "/api/things/7?secret=1", "{\"secret\":2}", bearer(ines));
    send("PUT", "/api/things/7", "", bearer(olav));
    send("PUT", "/api/things/7", "");
    send("POST", "/api/articles", "", "X-Api-Key", "sesame");
    send("POST", "/api/articles", "", "X-Api-Key", "sesame");
    await().atMost(Duration.ofSeconds(2)).until(() -> written.size() >= 3);
    assertThat(written)
        .extracting(
            AuditEntry::who,
            AuditEntry::role,
            AuditEntry::method,
            AuditEntry::path,
            AuditEntry::status,
            AuditEntry::what)
        .startsWith(
            tuple("ines", "editor", "PUT", "/api/things/7", 200, "made"),
            tuple("olav", "reader", "PUT", "/api/things/7", 403, null),
            tuple(
                "api-key", "pusher", "POST", "/api/articles", 200, "the first push of this minute"))
        .hasSizeLessThan(5);
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  @Test
  void isOpenOnThisMachineWhereThereIsNoToken() throws Exception {
    stop();
    serve("127.0.0.1", "", "", Map.of());
    assertThat(status("DELETE", "/api/things/1")).isEqualTo(204);
    assertThat(send("GET", "/api/me", "").body())
        .isEqualTo("{\"name\":\"local\",\"role\":\"operator\",\"signedIn\":false}");
    assertThat(status("DELETE", "/api/things/1", "Origin", "https://evil.example")).isEqualTo(403);
    assertThat(status("GET", "/metrics")).isEqualTo(200);
  }

  @Test
  void wantsTheKeyOfPushersAloneWhereThereIsNoOtherToken() throws Exception {
    stop();
    serve("127.0.0.1", "", "sesame", Map.of());
    assertThat(status("POST", "/api/articles")).isEqualTo(401);
    assertThat(status("POST", "/api/articles", "X-Api-Key", "sesame")).isEqualTo(200);
    assertThat(status("GET", "/api/things")).isEqualTo(200);
  }
}
