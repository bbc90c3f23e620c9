package org.tocsin.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;

/** Speaks JSON with one of Tocsin's services and turns every refusal into plain words. */
final class HttpApi {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private static final int NOTHING_THERE = 404;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final @Nullable String token;

  HttpApi(URI base, @Nullable String token) {
    this.base = base;
    this.token = token == null || token.isBlank() ? null : token;
  }

  JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  /** What is at a path; null where nothing is. */
  @Nullable JsonNode find(String path) {
    HttpRequest request = request(path).GET().build();
    HttpResponse<String> response = exchange(request);
    return response.statusCode() == NOTHING_THERE ? null : answer(request, response);
  }

  JsonNode put(String path, JsonNode body) {
    return send(json(path).PUT(publisher(body)).build());
  }

  JsonNode post(String path, JsonNode body) {
    return send(json(path).POST(publisher(body)).build());
  }

  /** What is at a path, as it is. */
  String text(String path) {
    HttpRequest request = request(path).GET().build();
    HttpResponse<String> response = exchange(request);
    if (response.statusCode() / 100 != 2) {
      throw refusal(request, response.statusCode(), parse(response.body()));
    }
    return response.body();
  }

  /** Puts text to a path; the answer is JSON, also where it is a refusal. */
  JsonNode put(String path, String text, String type) {
    HttpRequest request =
        request(path)
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofString(text))
            .build();
    HttpResponse<String> response = exchange(request);
    JsonNode body = parse(response.body());
    if (response.statusCode() / 100 != 2 && !body.has("refused")) {
      throw refusal(request, response.statusCode(), body);
    }
    return body;
  }

  void delete(String path) {
    send(request(path).DELETE().build());
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
    return token == null ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.BodyPublisher publisher(JsonNode body) {
    return HttpRequest.BodyPublishers.ofString(body.toString());
  }

  private JsonNode send(HttpRequest request) {
    return answer(request, exchange(request));
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new OperatorException(
          "no answer from " + base,
          "Is Tocsin running? Start it with 'deploy/tocsin up', or name its address.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("interrupted", "Start again.", e);
    }
  }

  private static JsonNode answer(HttpRequest request, HttpResponse<String> response) {
    JsonNode body = parse(response.body());
    if (response.statusCode() / 100 != 2) {
      throw refusal(request, response.statusCode(), body);
    }
    return body;
  }

  private static OperatorException refusal(HttpRequest request, int status, JsonNode body) {
    String detail = body.path("detail").asText("status " + status);
    String error = body.path("error").asText(detail);
    String position =
        body.hasNonNull("position") ? " (at position " + body.path("position").asInt() + ")" : "";
    String suggestion = body.path("suggestion").asText("");
    return new OperatorException(
        request.method() + " " + request.uri().getPath() + ": " + error + position,
        suggestion.isBlank() ? "The service answered with status " + status + "." : suggestion);
  }

  private static JsonNode parse(String body) {
    try {
      JsonNode node = body.isBlank() ? null : Json.mapper().readTree(body);
      return node == null ? Json.mapper().createObjectNode() : node;
    } catch (JsonProcessingException e) {
      return Json.mapper().createObjectNode().put("error", body);
    }
  }
}
