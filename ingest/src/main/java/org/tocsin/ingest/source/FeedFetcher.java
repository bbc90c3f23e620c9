package org.tocsin.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.parse.BoundedBytes;
import org.tocsin.service.Settings;

/**
 * Fetches an address politely and within bounds: asks only for what changed, follows a few
 * redirects, looks at every host before it asks, and takes no more bytes or time than allowed.
 */
final class FeedFetcher {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int UNCHANGED = 304;
  private static final String ACCEPTED =
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
          + " text/xml;q=0.9, text/html;q=0.5, */*;q=0.1";

  private final HttpClient http;
  private final AddressGuard guard;
  private final Duration timeout;
  private final int maxRedirects;
  private final int maxBytes;
  private final String userAgent;

  private FeedFetcher(Settings settings) {
    this.timeout = settings.get(IngestSettings.FETCH_TIMEOUT);
    this.guard = new AddressGuard(settings.get(IngestSettings.PRIVATE_ADDRESSES));
    this.maxRedirects = settings.get(IngestSettings.REDIRECTS);
    this.maxBytes = IngestSettings.limits(settings).documentBytes();
    this.userAgent = settings.get(IngestSettings.USER_AGENT);
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  static FeedFetcher of(Settings settings) {
    return new FeedFetcher(settings);
  }

  /**
   * Fetches.
   *
   * @param known what the server said about the version we have
   * @return null where that version is still the current one
   */
  @Nullable Fetched fetch(URI address, Validators known) throws IOException, InterruptedException {
    URI at = address;
    for (int hop = 0; hop <= maxRedirects; hop++) {
      guard.check(at);
      HttpResponse<InputStream> response = ask(at, known);
      try (InputStream body = response.body()) {
        int status = response.statusCode();
        if (status == UNCHANGED) {
          return null;
        }
        if (!REDIRECTS.contains(status)) {
          return fetched(at, status, response, body);
        }
        at = target(at, response);
      }
    }
    throw new IOException("more than " + maxRedirects + " redirects");
  }

  private HttpResponse<InputStream> ask(URI at, Validators known)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .timeout(timeout)
            .header("User-Agent", userAgent)
            .header("Accept", ACCEPTED)
            .header("Accept-Encoding", "gzip");
    if (known.etag() != null) {
      request.header("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      request.header("If-Modified-Since", known.lastModified());
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private static URI target(URI from, HttpResponse<?> response) throws IOException {
    String location = response.headers().firstValue("Location").orElse("");
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("redirected to no address: " + location, e);
    }
  }

  private Fetched fetched(URI at, int status, HttpResponse<?> response, InputStream body)
      throws IOException {
    if (status != 200) {
      throw new IOException("answered with status " + status);
    }
    byte[] bytes = Deadline.within(timeout, body, () -> BoundedBytes.read(body, maxBytes));
    Validators now =
        new Validators(
            response.headers().firstValue("ETag").orElse(null),
            response.headers().firstValue("Last-Modified").orElse(null));
    String type = response.headers().firstValue("Content-Type").orElse(null);
    return new Fetched(at, type, bytes, now);
  }

  /** What a server said about a version, to be said back. */
  record Validators(@Nullable String etag, @Nullable String lastModified) {
    static final Validators NONE = new Validators(null, null);
  }

  /**
   * An answer.
   *
   * @param address after redirects
   */
  record Fetched(URI address, @Nullable String type, byte[] bytes, Validators validators) {
    InputStream stream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
