package org.tocsin.ingest.fetch;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.fetch.Answer.Validators;
import org.tocsin.ingest.fetch.FetchException.Cause;
import org.tocsin.ingest.fetch.WebClient.Response;
import org.tocsin.ingest.url.WebAddress;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/**
 * Fetches addresses of the web: asks robots.txt, waits for its turn at the host, asks only for what
 * changed, follows a few redirects and looks at each of their hosts the same way.
 */
public final class Fetcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

  /** How long pages of a host are left alone that is busy and does not say for how long. */
  private static final Duration REST = Duration.ofMinutes(1);

  private static final Duration LONGEST_REST = Duration.ofHours(1);

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

  /** The name of the host that an address is asked at; empty for no address. */
  public String host(String address) {
    try {
      return Hosts.of(WebAddress.of(address));
    } catch (IllegalArgumentException e) {
      return ""; // Fetching it will say so.
    }
  }

  /** Whether a host can be asked without waiting. */
  public boolean ready(String host) {
    return hosts.ready(host);
  }

  /**
   * Fetches.
   *
   * @param known what the server said about the version we have
   */
  public Answer fetch(String address, Validators known)
      throws FetchException, InterruptedException {
    return counted(() -> follow(uri(address), known));
  }

  /**
   * Fetches a page that a feed or a sitemap named. While its host wants to be left alone none of
   * its pages is asked for: feeds wait on their own, but pages are many.
   */
  public Answer page(String address) throws FetchException, InterruptedException {
    Duration rest = hosts.resting(host(address));
    if (!rest.isZero()) {
      throw new FetchException(Cause.BUSY, "its host wants to be left alone", rest, null);
    }
    return fetch(address, Validators.NONE);
  }

  private static URI uri(String address) throws FetchException {
    try {
      return WebAddress.of(address);
    } catch (IllegalArgumentException e) {
      throw new FetchException(Cause.ADDRESS, "not an address: " + address, null, e);
    }
  }

  @SuppressWarnings("NullAway") // Every cause has its counter.
  private Answer counted(Fetching work) throws FetchException, InterruptedException {
    try {
      return work.run();
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
    if (robots != null) {
      robots.check(at);
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
      return WebAddress.redirected(from, location);
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
    FetchException fault = FetchException.ofStatus(response, clock.instant());
    if (fault.why() == Cause.BUSY) {
      Duration wish = fault.retryAfter() == null ? REST : fault.retryAfter();
      hosts.rest(Hosts.of(at), wish.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wish);
    }
    throw fault;
  }

  @Override
  public void close() {
    try {
      web.close();
    } catch (IOException e) {
      LOG.debug("The client did not close", e);
    }
  }

  /** One fetching, however it ends. */
  private interface Fetching {
    Answer run() throws FetchException, InterruptedException;
  }
}
