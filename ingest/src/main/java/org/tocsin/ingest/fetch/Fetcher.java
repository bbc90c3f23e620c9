package org.tocsin.ingest.fetch;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.fetch.Answer.Validators;
import org.tocsin.ingest.fetch.FetchException.Cause;
import org.tocsin.ingest.fetch.WebClient.Response;
import org.tocsin.ingest.meta.PublishedDate;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/**
 * Fetches addresses of the web: asks robots.txt, waits for its turn at the host, asks only for what
 * changed, follows a few redirects and looks at each of their hosts the same way.
 */
public final class Fetcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  private final WebClient web;
  private final Hosts hosts;
  private final @Nullable Robots robots;
  private final int maxRedirects;
  private final Clock clock;
  private final Map<Cause, Counter> failed = new EnumMap<>(Cause.class);

  public Fetcher(Settings settings, Metrics metrics, Clock clock) {
    this.clock = clock;
    this.web = new WebClient(settings);
    this.hosts =
        new Hosts(
            clock,
            settings.get(IngestSettings.HOST_GAP),
            settings.get(IngestSettings.HOST_CONCURRENCY));
    this.robots =
        settings.get(IngestSettings.ROBOTS)
            ? new Robots(web, hosts, clock, settings.get(IngestSettings.USER_AGENT))
            : null;
    this.maxRedirects = settings.get(IngestSettings.REDIRECTS);
    for (Cause cause : Cause.values()) {
      failed.put(
          cause,
          Counter.builder("tocsin.ingest.fetch.failed")
              .description("Addresses that could not be fetched, by cause.")
              .tag("cause", cause.label())
              .register(metrics.registry()));
    }
  }

  /** Whether the host of an address can be asked without waiting. */
  public boolean ready(String address) {
    try {
      return hosts.ready(Hosts.of(URI.create(address)));
    } catch (IllegalArgumentException e) {
      return true; // No address: fetching it will say so.
    }
  }

  /**
   * Fetches.
   *
   * @param known what the server said about the version we have
   */
  @SuppressWarnings("NullAway") // Every cause has its counter.
  public Answer fetch(URI address, Validators known) throws FetchException, InterruptedException {
    try {
      return follow(address, known);
    } catch (FetchException e) {
      failed.get(e.why()).increment();
      throw e;
    }
  }

  private Answer follow(URI address, Validators known) throws FetchException, InterruptedException {
    URI at = address;
    URI moved = null;
    boolean forGood = true;
    for (int hop = 0; hop <= maxRedirects; hop++) {
      Response response = ask(at, known);
      if (!response.redirect()) {
        return answer(at, moved, response);
      }
      at = target(at, response);
      forGood &= response.movedForGood();
      moved = forGood ? at : moved;
    }
    throw new FetchException(Cause.REDIRECTS, "more than " + maxRedirects + " redirects");
  }

  private Response ask(URI at, Validators known) throws FetchException, InterruptedException {
    WebClient.requireWeb(at);
    if (robots != null && !robots.allow(at)) {
      throw new FetchException(
          Cause.ROBOTS, "robots.txt of " + at.getHost() + " does not allow it");
    }
    String host = Hosts.of(at);
    hosts.enter(host);
    try {
      return web.get(at, known);
    } finally {
      hosts.leave(host);
    }
  }

  private static URI target(URI from, Response response) throws FetchException {
    String location = String.valueOf(response.location());
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new FetchException(Cause.ADDRESS, "redirected to no address: " + location, null, e);
    }
  }

  private Answer answer(URI at, @Nullable URI moved, Response response) throws FetchException {
    int status = response.status();
    if (status == Response.UNCHANGED) {
      return new Answer(at, moved, null, null, Validators.NONE);
    }
    if (status == Response.FOUND) {
      return new Answer(at, moved, response.type(), response.body(), response.validators());
    }
    throw new FetchException(
        cause(status), "answered with status " + status, retryAfter(response.retryAfter()), null);
  }

  private static Cause cause(int status) {
    return switch (status) {
      case 410 -> Cause.GONE;
      case 404 -> Cause.NOT_FOUND;
      case 429, 503 -> Cause.BUSY;
      default -> Cause.STATUS;
    };
  }

  /** Seconds or a date; nobody is believed for longer than a day. */
  private @Nullable Duration retryAfter(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    Duration wait = null;
    try {
      if (written.strip().matches("\\d{1,9}")) {
        wait = Duration.ofSeconds(Long.parseLong(written.strip()));
      } else {
        OffsetDateTime until = PublishedDate.parse(written);
        wait = until == null ? null : Duration.between(now(), until.toInstant());
      }
    } catch (DateTimeException | ArithmeticException e) {
      LOG.debug("Retry-After is neither seconds nor a date: {}", written, e);
    }
    return wait == null || wait.isNegative()
        ? null
        : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    try {
      web.close();
    } catch (IOException e) {
      LOG.debug("The client did not close", e);
    }
  }
}
