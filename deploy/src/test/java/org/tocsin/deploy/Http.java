package org.tocsin.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.contract.Json;

/** Asks the services over HTTP, as people's scripts do. */
final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern ARTICLES =
      Pattern.compile("tocsin_articles_total\\{outcome=\"([a-z-]+)\",stage=\"[a-z]+\"} ([0-9.E]+)");
  private static final Pattern RECEIVED =
      Pattern.compile("tocsin_articles_received_total\\{stage=\"[a-z]+\"} ([0-9.E]+)");

  private Http() {}

  static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(int port, String path) throws IOException, InterruptedException {
    return Json.mapper().readTree(get(port, path).body());
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

  /** The article counters of a service by outcome, and what it received under {@code received}. */
  static Map<String, Long> counters(int port) throws IOException, InterruptedException {
    String metrics = get(port, "/metrics").body();
    Map<String, Long> counters = new TreeMap<>();
    Matcher ended = ARTICLES.matcher(metrics);
    while (ended.find()) {
      counters.put(ended.group(1), (long) Double.parseDouble(ended.group(2)));
    }
    Matcher received = RECEIVED.matcher(metrics);
    if (received.find()) {
      counters.put("received", (long) Double.parseDouble(received.group(1)));
    }
    return counters;
  }
}
