package org.tocsin.alert.notifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.AddressGuard;

/**
 * Posts JSON to servers of others: within a time that counts to the last byte, never inside our own
 * network unless allowed, following no redirect, and reading no more of an answer than is shown.
 */
final class WebPost implements AutoCloseable {
  private static final int SHOWN_BYTES = 512;
  private static final int CONNECTIONS = 32;
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /** What no second attempt of the same request can change. */
  private static final Set<Integer> REFUSALS = Set.of(400, 410, 413, 415, 422);

  private final CloseableHttpClient http;
  private final ScheduledExecutorService alarm;
  private final Duration timeout;

  WebPost(AddressGuard guard, Duration timeout, String userAgent) {
    this.timeout = timeout;
    this.http = client(guard, Timeout.of(timeout), userAgent);
    this.alarm =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "notifier-deadline");
              thread.setDaemon(true);
              return thread;
            });
  }

  private static CloseableHttpClient client(AddressGuard guard, Timeout timeout, String agent) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setTimeToLive(Timeout.ofMinutes(1))
                        .build())
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(4 * CONNECTIONS)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(timeout)
                .setConnectionRequestTimeout(timeout)
                .build())
        .setUserAgent(agent)
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .build();
  }

  /** Posts once. */
  Answer post(URI url, byte[] json, Map<String, String> headers) {
    HttpPost request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    ScheduledFuture<?> deadline =
        alarm.schedule(request::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return http.execute(request, WebPost::answer);
    } catch (AddressGuard.RefusedHost e) {
      return Answer.refused(
          e.getMessage() + "; alert.notifiers.private.hosts lists hosts that may be asked");
    } catch (IOException e) {
      return Answer.failed(fault(e, request.isAborted()));
    } finally {
      deadline.cancel(false);
    }
  }

  private String fault(IOException e, boolean late) {
    return late
        ? "no complete answer within " + timeout.toMillis() + " ms"
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    if (status >= 200 && status < 300) {
      return Answer.delivered("answered with status " + status);
    }
    String said = said(response);
    String detail = "answered with status " + status + (said.isEmpty() ? "" : ": " + said);
    return REFUSALS.contains(status)
        ? Answer.refused(detail)
        : new Answer(Answer.Result.FAILED, detail, retryAfter(response));
  }

  private static String said(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return "";
    }
    try (InputStream body = response.getEntity().getContent()) {
      return new String(body.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8);
    }
  }

  /** Seconds or a date, RFC 9110; nobody is believed for longer than a day. */
  private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    String written = header == null ? "" : header.getValue().strip();
    Duration wait;
    try {
      wait =
          written.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(written))
              : Duration.between(
                  Instant.now(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(written)));
    } catch (DateTimeException e) {
      return null;
    }
    return wait.isNegative() ? null : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
