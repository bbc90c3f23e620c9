package org.tocsin.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.fetch.Answer.Validators;
import org.tocsin.ingest.fetch.FetchException.Cause;
import org.tocsin.ingest.parse.BoundedBytes;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.TooLargeException;
import org.tocsin.ingest.parse.Unpacked;
import org.tocsin.service.AddressGuard;
import org.tocsin.service.Settings;

/**
 * Makes one request and reads its answer, within a time that counts to the last byte and a size
 * that counts packed and unpacked. Follows no redirect, keeps no cookie, sends nothing again by
 * itself.
 */
final class WebClient implements AutoCloseable {
  private static final int MAX_LINE = 16 << 10;
  private static final int MAX_HEADERS = 200;
  private static final int PER_HOST = 4;

  /** A body that nobody wants is read to its end up to this size, so that the connection lives. */
  private static final int SMALL = 8 << 10;

  private static final String ACCEPTED =
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
          + " text/xml;q=0.9, text/html;q=0.8, */*;q=0.1";

  private final CloseableHttpClient http;
  private final ScheduledExecutorService alarm;
  private final Duration timeout;
  private final Limits limits;

  WebClient(Settings settings) {
    this.timeout = settings.get(IngestSettings.FETCH_TIMEOUT);
    this.limits = IngestSettings.limits(settings);
    this.http = client(settings, Timeout.of(timeout));
    this.alarm =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "ingest-fetch-deadline");
              thread.setDaemon(true);
              return thread;
            });
  }

  private static AddressGuard guard(Settings settings) {
    String hosts = settings.get(IngestSettings.PRIVATE_HOSTS).strip();
    return new AddressGuard(
        settings.get(IngestSettings.PRIVATE_ADDRESSES),
        hosts.isEmpty() ? Set.of() : Set.of(hosts.split("\\s*,\\s*")));
  }

  private static CloseableHttpClient client(Settings settings, Timeout timeout) {
    Http1Config sizes =
        Http1Config.custom().setMaxLineLength(MAX_LINE).setMaxHeaderCount(MAX_HEADERS).build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard(settings))
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(sizes).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setTimeToLive(Timeout.ofMinutes(1))
                        .build())
                .setMaxConnPerRoute(PER_HOST)
                .setMaxConnTotal(PER_HOST * settings.get(IngestSettings.THREADS))
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(timeout)
                .setConnectionRequestTimeout(timeout)
                .build())
        .setUserAgent(settings.get(IngestSettings.USER_AGENT))
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .build();
  }

  /** Asks once; any status is an answer. */
  Response get(URI address, Validators known) throws FetchException {
    requireWeb(address);
    HttpGet request = new HttpGet(address);
    request.setHeader("Accept", ACCEPTED);
    request.setHeader("Accept-Encoding", "gzip");
    if (known.etag() != null) {
      request.setHeader("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      request.setHeader("If-Modified-Since", known.lastModified());
    }
    return bounded(address, request);
  }

  /**
   * Lets an address of the web pass.
   *
   * @throws FetchException where it is none
   */
  static void requireWeb(URI address) throws FetchException {
    String scheme = String.valueOf(address.getScheme());
    if (address.getHost() == null
        || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
      throw new FetchException(
          FetchException.Cause.ADDRESS, "not an address of the web: " + address);
    }
  }

  /** The socket's own timeout counts between two bytes; this one ends servers that drip. */
  private Response bounded(URI address, HttpGet request) throws FetchException {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> end =
        alarm.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return http.execute(request, answer -> read(answer, request, late));
    } catch (TooLargeException e) {
      throw new FetchException(Cause.TOO_LARGE, String.valueOf(e.getMessage()), null, e);
    } catch (AddressGuard.RefusedHost e) {
      throw new FetchException(Cause.PRIVATE_ADDRESS, String.valueOf(e.getMessage()), null, e);
    } catch (IOException | RuntimeException e) {
      boolean slow = late.get() || e instanceof java.net.SocketTimeoutException;
      throw slow
          ? new FetchException(
              Cause.TOO_SLOW, "took longer than " + timeout.toMillis() + " ms", null, e)
          : new FetchException(
              Cause.UNREACHABLE, "cannot be fetched: " + address.getHost() + ": " + e, null, e);
    } finally {
      end.cancel(false);
    }
  }

  private Response read(ClassicHttpResponse answer, HttpGet request, AtomicBoolean late)
      throws IOException {
    byte[] body = body(answer, request);
    if (late.get()) {
      throw new IOException("late");
    }
    return new Response(
        answer.getCode(),
        header(answer, "Location"),
        header(answer, "Content-Type"),
        header(answer, "Retry-After"),
        body,
        new Validators(header(answer, "ETag"), header(answer, "Last-Modified")));
  }

  /**
   * Closing a body would read it to its end: what is too long or not wanted ends its connection.
   */
  private byte[] body(ClassicHttpResponse answer, HttpGet request) throws IOException {
    HttpEntity entity = answer.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    if (answer.getCode() != Response.FOUND) {
      if (entity.getContentLength() < 0 || entity.getContentLength() > SMALL) {
        request.cancel();
      }
      return new byte[0];
    }
    try {
      InputStream unpacked = Unpacked.of(entity.getContent(), limits);
      return BoundedBytes.read(unpacked, limits.documentBytes());
    } catch (IOException e) {
      request.cancel();
      throw e;
    }
  }

  private static @Nullable String header(ClassicHttpResponse answer, String name) {
    Header found = answer.getFirstHeader(name);
    return found == null ? null : found.getValue();
  }

  @Override
  public void close() throws IOException {
    alarm.shutdownNow();
    http.close();
  }

  /** An answer to one request. The body is read only where it was {@link #FOUND}. */
  record Response(
      int status,
      @Nullable String location,
      @Nullable String type,
      @Nullable String retryAfter,
      byte[] body,
      Validators validators) {
    static final int FOUND = 200;
    static final int UNCHANGED = 304;

    /** Whether it leads elsewhere; one that does not say where to is a status as any other. */
    boolean redirect() {
      boolean asked =
          status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
      return asked && location != null && !location.isBlank();
    }

    boolean movedForGood() {
      return status == 301 || status == 308;
    }
  }
}
