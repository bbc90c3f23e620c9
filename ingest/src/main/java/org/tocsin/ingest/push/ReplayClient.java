package org.tocsin.ingest.push;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.service.OperatorException;

/**
 * Sends files to a running ingest, one after the other, as the command {@code replay} does. While
 * the service says it is busy, or is not there yet, it tries again for a while.
 */
public final class ReplayClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(15);
  private static final long FIRST_PAUSE_MS = 250;
  private static final long LONGEST_PAUSE_MS = 5_000;

  private final URI service;
  private final String apiKey;
  private final Duration patience;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /**
   * A client of one ingest.
   *
   * @param service for example {@code http://127.0.0.1:8081}
   * @param apiKey empty where the service wants none
   * @param patience how long to try again for one file
   */
  public ReplayClient(URI service, String apiKey, Duration patience) {
    this.service = service;
    this.apiKey = apiKey;
    this.patience = patience;
  }

  /**
   * Sends files in their order.
   *
   * @param progress told each file with its answer
   * @throws IOException where a file is missing, before anything is sent, or cannot be read
   * @throws OperatorException where the service refuses, or is not there for too long
   */
  public void replay(List<Path> files, Lane lane, BiConsumer<Path, PushAnswer> progress)
      throws IOException, InterruptedException {
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new FileNotFoundException("there is no readable file " + file);
      }
    }
    for (Path file : files) {
      progress.accept(file, send(file, lane));
    }
  }

  private PushAnswer send(Path file, Lane lane) throws IOException, InterruptedException {
    HttpRequest request = request(file, lane);
    long deadline = System.nanoTime() + patience.toNanos();
    long pause = FIRST_PAUSE_MS;
    String trouble;
    do {
      Attempt attempt = attempt(request);
      if (attempt.answer() != null) {
        return attempt.answer();
      }
      trouble = attempt.trouble();
      TimeUnit.MILLISECONDS.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    } while (System.nanoTime() < deadline);
    throw new OperatorException(
        file + " could not be sent to " + service + ": " + trouble,
        "Is 'tocsin up' or 'tocsin ingest' running there? 'tocsin doctor' says more.");
  }

  private HttpRequest request(Path file, Lane lane) throws IOException {
    String name = URLEncoder.encode(file.toString(), StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve("/api/files?name=" + name + "&lane=" + lane.label()))
            .timeout(ANSWER)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofFile(file));
    return (apiKey.isEmpty() ? request : request.header("X-Api-Key", apiKey)).build();
  }

  private Attempt attempt(HttpRequest request) throws InterruptedException {
    HttpResponse<String> response;
    try {
      response = http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      return new Attempt(null, String.valueOf(e));
    }
    int status = response.statusCode();
    if (status == 200) {
      return new Attempt(Json.read(response.body(), PushAnswer.class), "");
    }
    String trouble = "status " + status + " " + response.body();
    if (status == 429 || status == 503) {
      return new Attempt(null, trouble);
    }
    throw new OperatorException(
        service + " refuses: " + trouble, "Check the file and the API key.");
  }

  /** One try: an answer, or why there is none yet. */
  private record Attempt(@Nullable PushAnswer answer, String trouble) {}
}
