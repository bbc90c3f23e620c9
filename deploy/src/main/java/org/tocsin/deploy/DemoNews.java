package org.tocsin.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.tocsin.alert.watch.WatchDraft;
import org.tocsin.alert.watch.WatchFile;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;

/**
 * The bundled sample news: three invented days, moved by whole days so that they end now, pushed
 * into a running ingest at an even pace.
 */
public final class DemoNews {
  private static final String RESOURCE = "/demo/news.jsonl";

  private static final String WATCHES = "/demo/watches.json";

  private final List<ObjectNode> lines;

  private DemoNews(List<ObjectNode> lines) {
    this.lines = lines;
  }

  /** The watches that go with the sample. */
  public static List<WatchDraft> watches() {
    try (InputStream in = DemoNews.class.getResourceAsStream(WATCHES)) {
      return WatchFile.read(Objects.requireNonNull(in), WATCHES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the sample and moves it so that its last article was published before now. */
  public static DemoNews load(Clock clock) {
    List<ObjectNode> lines = read();
    Instant last = lines.stream().map(DemoNews::published).max(Instant::compareTo).orElseThrow();
    long days = Math.floorDiv(Duration.between(last, clock.instant()).toSeconds(), 86_400);
    for (ObjectNode line : lines) {
      line.put("published", published(line).plus(days, ChronoUnit.DAYS).toString());
    }
    return new DemoNews(lines);
  }

  private static List<ObjectNode> read() {
    List<ObjectNode> lines = new ArrayList<>();
    try (InputStream in = DemoNews.class.getResourceAsStream(RESOURCE);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add((ObjectNode) Json.mapper().readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static Instant published(JsonNode line) {
    return Instant.parse(line.path("published").asText());
  }

  /** The articles as input lines, in the order of publication. */
  public List<String> lines() {
    return lines.stream().map(ObjectNode::toString).toList();
  }

  /**
   * Pushes all articles.
   *
   * @param ingest address of the push service
   * @param pace how long the whole replay takes
   * @param progress told the number of all articles and of those that Kafka has
   */
  public void replay(URI ingest, Duration pace, ObjIntConsumer<Integer> progress) {
    HttpClient client = HttpClient.newHttpClient();
    long start = System.nanoTime();
    for (int i = 0; i < lines.size(); i++) {
      awaitTurn(start + pace.toNanos() * i / lines.size());
      push(client, ingest, lines.get(i).toString());
      progress.accept(i + 1, lines.size());
    }
  }

  private static void awaitTurn(long due) {
    try {
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("interrupted", "Start again.", e);
    }
  }

  private static void push(HttpClient client, URI ingest, String line) {
    HttpRequest request =
        HttpRequest.newBuilder(ingest.resolve("/api/articles"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(line))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new OperatorException(
            "ingest refuses the sample news: " + response.body(), "See the log above.");
      }
    } catch (IOException e) {
      throw new OperatorException("ingest does not answer: " + e, "See the log above.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("interrupted", "Start again.", e);
    }
  }
}
