package org.tocsin.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.tocsin.contract.Json;

/** Asks the services over HTTP, as people's scripts do. */
final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Http() {}

  static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(int port, String path) throws IOException, InterruptedException {
    return Json.mapper().readTree(get(port, path).body());
  }

  /** The status of the answer. */
  static int put(int port, String path, String json) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  static JsonNode push(int port, String body) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/articles");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return Json.mapper()
        .readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** The article counters of a service. */
  static Counters counters(int port) throws IOException, InterruptedException {
    return Counters.read(get(port, "/metrics").body());
  }
}
