package org.tocsin.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alert.AlertService;
import org.tocsin.contract.Json;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.enrich.EnrichService;
import org.tocsin.ingest.IngestService;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Role;
import org.tocsin.service.access.UserFile;

/**
 * All three servers as others reach them, against the table {@code roles.txt}: who is answered what
 * at every endpoint that they have. And no answer, no line of the log and no entry of the audit
 * shows a token.
 */
class RolesIT {
  private static final int PATIENCE_SECONDS = 20;
  private static final String WRONG = "tocsin_wrong-but-perhaps-good-elsewhere";
  private static final String PUSH_KEY = "sesame-and-lilies";
  private static final String API_TOKEN = "the-operator-s-own-token";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Role, UserFile.Fresh> users = new EnumMap<>(Role.class);
  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, List<String>> endpoints = new TreeMap<>();
  private final StringBuilder answers = new StringBuilder();
  private final Lines log = new Lines();
  private final Running running = new Running();

  @BeforeEach
  void start() throws IOException {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    log.start();
    context.getConfiguration().getRootLogger().addAppender(log, null, null);
    context.updateLoggers();
    for (Role role : List.of(Role.PUSHER, Role.READER, Role.EDITOR, Role.OPERATOR)) {
      users.put(role, UserFile.fresh(role.label() + "-1", role, null, null));
    }
    Path file = folder.resolve("users.yaml");
    Files.write(file, users.values().stream().map(UserFile.Fresh::line).toList());
    int kafka = Ports.one();
    running.add(EmbeddedBroker.start(folder.resolve("kafka"), kafka));
    Settings settings = settings(kafka, file);
    try (TopicKeeper topics = TopicKeeper.connect(settings)) {
      topics.ensure();
    }
    AlertService alert = (AlertService) running.start(Installation.alert(settings, line -> {}));
    EnrichService enrich = (EnrichService) running.start(Installation.enrich(settings));
    IngestService ingest = (IngestService) running.start(Installation.ingest(settings));
    ports.putAll(Map.of("alert", alert.port(), "enrich", enrich.port(), "ingest", ingest.port()));
    endpoints.put("alert", alert.endpoints());
    endpoints.put("enrich", enrich.endpoints());
    endpoints.put("ingest", ingest.endpoints());
  }

  private Settings settings(int kafka, Path file) {
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + kafka);
    settings.put("streams.state.dir", folder.resolve("state").toString());
    settings.put("access.users.file", file.toString());
    settings.put("access.session.key", "of-all-three-servers-and-long-enough");
    settings.put("ingest.push.api-key", PUSH_KEY);
    settings.put("alert.api.token", API_TOKEN);
    for (String service : List.of("alert", "enrich", "ingest")) {
      settings.put(service + ".http.host", "0.0.0.0");
      settings.put(service + ".http.port", "0");
    }
    return Settings.of(settings);
  }

  @AfterEach
  void stop() {
    running.close();
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    context.getConfiguration().getRootLogger().removeAppender(log.getName());
    context.updateLoggers();
  }

  /** Keeps what is logged. */
  private static final class Lines extends AbstractAppender {
    private final StringBuilder lines = new StringBuilder();

    Lines() {
      super("lines", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public synchronized void append(LogEvent event) {
      lines.append(event.getMessage().getFormattedMessage()).append('\n');
      if (event.getThrown() != null) {
        lines.append(event.getThrown()).append('\n');
      }
    }

    synchronized String text() {
      return lines.toString();
    }
  }

  @Test
  void answersEachRoleAsTheTableSays() throws Exception {
    Map<String, List<String>> table = RoleTable.read();
    assertThat(registered())
        .as("endpoints of the servers against those of roles.txt")
        .isEqualTo(new TreeSet<>(table.keySet()));
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String endpoint : table.keySet()) {
      String[] words = endpoint.split(" ");
      List<String> row = new ArrayList<>();
      row.add(answer(words));
      for (UserFile.Fresh user : users.values()) {
        row.add(answer(words, "Authorization", "Bearer " + user.token()));
      }
      found.put(endpoint, row);
    }
    assertThat(lines(found)).isEqualTo(lines(table));
    describesItself();
    findsChangesInTheAudit();
    endsStreamsWithWhatOpenedThem();
    showsNoSecret();
  }

  /** What each server serves as its description lists the endpoints that it has, and no others. */
  private void describesItself() throws Exception {
    for (String service : endpoints.keySet()) {
      int before = answers.length();
      String operator = "Bearer " + API_TOKEN;
      String token = service.equals("alert") ? operator : "Bearer " + operatorsToken();
      send(service, "GET", "/api/openapi.json", "{}", "Authorization", token);
      JsonNode document =
          Json.mapper().readTree(answers.substring(answers.indexOf("{\"openapi\"", before)));
      assertThat(Described.endpoints(document).keySet())
          .isEqualTo(new TreeSet<>(Described.written(requireNonNull(endpoints.get(service)))));
    }
  }

  private String operatorsToken() {
    return requireNonNull(users.get(Role.OPERATOR)).token();
  }

  private Set<String> registered() {
    TreeSet<String> all = new TreeSet<>();
    endpoints.forEach((service, own) -> own.forEach(endpoint -> all.add(service + " " + endpoint)));
    return all;
  }

  private static String lines(Map<String, List<String>> table) {
    StringBuilder lines = new StringBuilder();
    table.forEach((endpoint, row) -> lines.append(endpoint).append(' ').append(row).append('\n'));
    return lines.toString();
  }

  /** {@code in} where the door let the request through to its endpoint. */
  private String answer(String[] endpoint, String... headers) throws Exception {
    int status = send(endpoint[0], endpoint[1], path(endpoint[2]), "{}", headers).statusCode();
    return status == 401 || status == 403 || status == 429 ? String.valueOf(status) : RoleTable.IN;
  }

  private static String path(String pattern) {
    return pattern.replaceAll("\\{[a-z]+}|<[a-z]+>", "x");
  }

  private HttpResponse<InputStream> send(
      String service, String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(service) + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("X-Tocsin", "desk");
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    answers.append(answer.headers().map());
    try (InputStream content = answer.body()) {
      boolean endless = path.endsWith("/stream") && answer.statusCode() == 200;
      answers.append(endless ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
    return answer;
  }

  private void findsChangesInTheAudit() throws Exception {
    String editor = "Bearer " + requireNonNull(users.get(Role.EDITOR)).token();
    String watch = "{\"name\":\"Ports\",\"query\":\"port AND closure\"}";
    send("alert", "PUT", "/api/watches/ports", watch, "Authorization", editor);
    answers.append('\n');
    int before = answers.length();
    String operator = "Bearer " + API_TOKEN;
    send("alert", "GET", "/api/audit?limit=500", "{}", "Authorization", operator);
    String said = answers.substring(answers.indexOf("[{\"time\"", before));
    JsonNode entries = Json.mapper().readTree(said);
    assertThat(entries.findValuesAsText("service")).contains("alert", "enrich", "ingest");
    assertThat(said)
        .contains("\"who\":\"editor-1\",\"role\":\"editor\"")
        .contains("\"path\":\"/api/watches/ports\",\"status\":201")
        .contains("\"what\":\"version 1: port AND closure\"");
    assertThat(entries.findValuesAsText("who")).contains("reader-1");
  }

  /** A session that is ended at one server ends at the others, and streams with it. */
  private void endsStreamsWithWhatOpenedThem() throws Exception {
    UserFile.Fresh reader = requireNonNull(users.get(Role.READER));
    String token = "{\"token\":\"" + reader.token() + "\"}";
    String cookie =
        send("enrich", "POST", "/api/session", token)
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .split(";")[0];
    CompletableFuture<Boolean> bySession = untilTheEnd("Cookie", cookie);
    CompletableFuture<Boolean> byToken = untilTheEnd("Authorization", "Bearer " + reader.token());
    send("enrich", "DELETE", "/api/session", "", "Cookie", cookie);
    assertThat(bySession.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(byToken).as("another stream of the same reader").isNotDone();
    users.remove(Role.READER);
    Files.write(
        folder.resolve("users.yaml"), users.values().stream().map(UserFile.Fresh::line).toList());
    assertThat(byToken.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    users.put(Role.READER, reader);
  }

  private CompletableFuture<Boolean> untilTheEnd(String... headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + ports.get("alert") + "/api/alerts/stream"))
            .header("Accept", "text/event-stream")
            .headers(headers)
            .build();
    HttpResponse<InputStream> stream =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    return CompletableFuture.supplyAsync(
        () -> {
          try (InputStream body = stream.body()) {
            return body.readAllBytes().length > 0;
          } catch (IOException e) {
            return true; // it was cut off
          }
        });
  }

  private void showsNoSecret() throws Exception {
    send("alert", "GET", "/api/alerts", "{}", "Authorization", "Bearer " + WRONG);
    send("alert", "POST", "/api/session", "{\"token\":\"" + WRONG + "\"}");
    send("ingest", "GET", "/metrics", "{}", "X-Api-Key", PUSH_KEY);
    List<String> secrets = new ArrayList<>(List.of(WRONG, PUSH_KEY, API_TOKEN));
    users
        .values()
        .forEach(
            user -> {
              secrets.add(user.token());
              secrets.add(user.line().replaceAll(".*sha256: ([0-9a-f]+).*", "$1"));
            });
    assertThat(log.text()).isNotEmpty();
    assertThat(answers + log.text()).doesNotContain(secrets);
  }
}
