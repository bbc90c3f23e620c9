package org.tocsin.enrich.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.Json;
import org.tocsin.enrich.actor.ActorBook;
import org.tocsin.enrich.actor.ActorEntry;
import org.tocsin.enrich.actor.ActorTagger;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditTrail;

class DictionaryApiTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String QUORN = "{\"name\":\"Zelmar Quorn\",\"type\":\"organisation\"}";

  private final ActorTagger tagger =
      new ActorTagger(
          ActorBook.of(
              "1",
              List.of(
                  new ActorEntry(
                      "igo:lake-union",
                      "Lake Union",
                      ActorTag.Type.ORGANISATION,
                      null,
                      "IGO",
                      List.of("LU"),
                      List.of()))));
  private final LiveDictionary dictionary = new LiveDictionary(tagger, names -> {});
  private final TopicInMemory topic = new TopicInMemory(dictionary);
  private final Metrics metrics = new Metrics("enrich");
  private HttpEndpoint server = serve("");

  private HttpEndpoint serve(String token) {
    Clock clock = Clock.fixed(Entries.TIME, ZoneOffset.UTC);
    DictionaryApi api = new DictionaryApi(dictionary, new DictionaryDesk(dictionary, topic, clock));
    Access access =
        Access.of(
            new Access.Door("enrich", "127.0.0.1", token, ""),
            Settings.defaults(),
            AuditTrail.NONE,
            metrics.registry(),
            Clock.systemUTC());
    HttpEndpoint created =
        new HttpEndpoint("127.0.0.1", 0, metrics, () -> Readiness.READY, access, api::install);
    created.start();
    return created;
  }

  @AfterEach
  void stop() {
    server.close();
    metrics.close();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return Json.mapper().readTree(send("GET", path, "").body());
  }

  private List<String> found(String text) {
    return tagger.tag(null, text, "en").stream().map(ActorTag::id).toList();
  }

  @Test
  void putsAnEntryIntoForceAndCountsItsVersions() throws Exception {
    HttpResponse<String> first = send("PUT", "/api/dictionary/ngo:quorn", QUORN);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(found("Zelmar Quorn left.")).containsExactly("ngo:quorn");
    assertThat(send("PUT", "/api/dictionary/ngo:quorn", QUORN).statusCode()).isEqualTo(200);
    assertThat(topic.records()).as("the same again is not written").hasSize(1);
    send("PUT", "/api/dictionary/ngo:quorn", QUORN.replace("Zelmar", "Zelma"));
    JsonNode shown = get("/api/dictionary/ngo:quorn");
    assertThat(shown.path("version").asInt()).isEqualTo(2);
    assertThat(shown.path("state").asText()).isEqualTo("in-force");
    assertThat(shown.path("author").asText()).isEqualTo("api");
  }

  @Test
  void takesItsOwnAnswerBackWithAChange() throws Exception {
    ObjectNode shown = (ObjectNode) get("/api/dictionary/igo:lake-union");
    assertThat(shown.path("state").asText()).isEqualTo("as-shipped");
    shown.withArray("aliases").add("Union of the Lake");
    assertThat(send("PUT", "/api/dictionary/igo:lake-union", shown.toString()).statusCode())
        .isEqualTo(200);
    assertThat(found("The Union of the Lake met.")).containsExactly("igo:lake-union");
    assertThat(found("The Lake Union met.")).containsExactly("igo:lake-union");
  }

  @Test
  void removesAndRestoresWhatIsShipped() throws Exception {
    String path = "/api/dictionary/igo:lake-union";
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(get(path).path("state").asText()).isEqualTo("removed");
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(404);
    assertThat(dictionary.edition().book().size()).isZero();
    assertThat(send("DELETE", path + "?restore=true", "").statusCode()).isEqualTo(204);
    assertThat(get(path).path("state").asText()).isEqualTo("as-shipped");
    assertThat(dictionary.edition().book().size()).isEqualTo(1);
    assertThat(topic.records()).extracting(DictionaryEntry::version).containsExactly(1, 2);
  }

  @Test
  void listsByWordsAndSaysWhatIsInUse() throws Exception {
    send("PUT", "/api/dictionary/ngo:quorn", QUORN);
    JsonNode all = get("/api/dictionary");
    assertThat(all.path("entries").findValuesAsText("id"))
        .containsExactly("igo:lake-union", "ngo:quorn");
    assertThat(all.path("version").asText()).isEqualTo("1+1");
    assertThat(all.path("actors").asInt()).isEqualTo(2);
    assertThat(get("/api/dictionary?shipped=false").path("entries")).hasSize(1);
    assertThat(get("/api/dictionary?words=QUORN").path("entries")).hasSize(1);
    assertThat(get("/api/dictionary?limit=1").path("entries")).hasSize(1);
  }

  @Test
  void takesManyAtOnceOrNone() throws Exception {
    String good = "{\"id\":\"ngo:a\",\"name\":\"Alpha Quorn\",\"type\":\"party\"}";
    String bad = "{\"id\":\"ngo:b\",\"name\":\"Beta Quorn\",\"type\":\"giant\"}";
    HttpResponse<String> refused = send("POST", "/api/dictionary", "[" + good + "," + bad + "]");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("entry 2 'ngo:b'", "giant");
    assertThat(topic.records()).isEmpty();
    assertThat(send("POST", "/api/dictionary", "[" + good + "]").body())
        .isEqualTo("{\"written\":1,\"unchanged\":0}");
    assertThat(send("POST", "/api/dictionary", "[" + good + "]").body())
        .isEqualTo("{\"written\":0,\"unchanged\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/api/dictionary/ngo:a|{\"type\":\"party\"}|400|no name",
        "PUT|/api/dictionary/ngo:a|{\"name\":\"A\"}|400|an actor has a type",
        "PUT|/api/dictionary/a|{\"name\":\"A\",\"type\":\"party\"}|400|kind and a slug",
        "PUT|/api/dictionary/ngo:a|{\"name\":\"A\",\"type\":\"party\",\"alias\":\"B\"}|400|'alias'",
        "PUT|/api/dictionary/ngo:a|{\"id\":\"ngo:b\",\"name\":\"A\"}|400|another one",
        "PUT|/api/dictionary/ngo:a|{\"name\":\"A\",\"type\":\"party\",\"aliases\":[null]}|400|is null",
        "PUT|/api/dictionary/ngo:a|[]|400|not a JSON object",
        "PUT|/api/dictionary/ngo:a|{|400|not JSON",
        "POST|/api/dictionary|{}|400|not a list",
        "GET|/api/dictionary/ngo:a||404|no entry 'ngo:a'",
        "DELETE|/api/dictionary/ngo:a||404|no entry 'ngo:a'",
        "GET|/api/dictionary?limit=many||400|limit is a number"
      })
  void saysWhatIsWrong(String method, String path, @Nullable String body, int status, String words)
      throws Exception {
    HttpResponse<String> answer = send(method, path, body == null ? "" : body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Json.mapper().readTree(answer.body()).path("error").asText()).contains(words);
    assertThat(topic.records()).isEmpty();
  }

  @Test
  void keepsPagesOfOthersOut() throws Exception {
    String path = "/api/dictionary/ngo:quorn";
    assertThat(send("PUT", path, QUORN, "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(topic.records()).isEmpty();
  }

  @Test
  void wantsTheTokenWhereThereIsOne() throws Exception {
    server.close();
    server = serve("s3cret");
    String path = "/api/dictionary";
    assertThat(send("GET", path, "").statusCode()).isEqualTo(401);
    assertThat(send("GET", path, "", "Authorization", "Bearer s3cret").statusCode()).isEqualTo(200);
  }
}
