package org.tocsin.alert.notifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.service.AddressGuard;

/**
 * Posts JSON to servers of others: within a time that counts to the last byte, never inside our own
 * network unless allowed, following no redirect, and reading no more of an answer than is shown.
 */
final class WebPost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebPost.class);
  private static final String USER_AGENT = "Tocsin (news alerts)";
  private static final int SHOWN_BYTES = 512;
  private static final int CONNECTIONS = 32;
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /** What no second attempt of the same request can change. */
  private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);

  private static final int GONE = 410;

  private final CloseableHttpClient http;
  private final ScheduledExecutorService alarm;
  private final Duration timeout;
  private final Clock clock;

  /**
   * A client.
   *
   * @param trust whom servers are believed to be
   * @param timeout of an attempt, to the last byte of the answer
   * @param alarm ends those that take longer
   */
  WebPost(
      AddressGuard guard,
      SSLContext trust,
      Duration timeout,
      ScheduledExecutorService alarm,
      Clock clock) {
    this.clock = clock;
    this.timeout = timeout;
    this.alarm = alarm;
    this.http = client(guard, trust, Timeout.of(timeout));
  }

  private static CloseableHttpClient client(AddressGuard guard, SSLContext trust, Timeout timeout) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
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
        .setUserAgent(USER_AGENT)
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
      ClassicHttpResponse response = http.executeOpen(null, request, null);
      Answer answer = answer(response);
      leave(request, response);
      return answer;
    } catch (AddressGuard.RefusedHost e) {
      return Answer.barred(
          e.getMessage() + "; alert.notifiers.private.hosts lists hosts that may be asked");
    } catch (IOException | IllegalStateException e) { // The latter where time is over too early.
      return Answer.failed(fault(e, request.isAborted()));
    } finally {
      deadline.cancel(false);
    }
  }

  /** The connection is used again behind a short body; of a long one nothing more is read. */
  private static void leave(HttpPost request, ClassicHttpResponse response) {
    HttpEntity body = response.getEntity();
    try {
      if (body != null && (body.getContentLength() < 0 || body.getContentLength() > SHOWN_BYTES)) {
        request.abort();
      }
      response.close();
    } catch (IOException e) {
      LOG.debug("A connection that was broken off", e);
    }
  }

  private String fault(Exception e, boolean late) {
    return late
        ? "no complete answer within " + timeout.toMillis() + " ms"
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  /** The status decides, whatever becomes of the body. */
  private Answer answer(ClassicHttpResponse response) {
    int status = response.getCode();
    if (status >= 200 && status < 300) {
      return Answer.delivered("answered with status " + status);
    }
    String said = said(response);
    String detail = "answered with status " + status + (said.isEmpty() ? "" : ": " + said);
    if (status == GONE) {
      return Answer.barred(detail);
    }
    return REFUSALS.contains(status)
        ? Answer.refused(detail)
        : new Answer(Answer.Result.FAILED, detail, retryAfter(response));
  }

  /** What has come of the first bytes, until the deadline. */
  private static String said(ClassicHttpResponse response) {
    byte[] shown = new byte[SHOWN_BYTES];
    int length = 0;
    try {
      InputStream body = response.getEntity() == null ? null : response.getEntity().getContent();
      int read = 0;
      while (body != null && read >= 0 && length < SHOWN_BYTES) {
        length += read;
        read = body.read(shown, length, SHOWN_BYTES - length);
      }
    } catch (IOException e) {
      LOG.debug("An answer broke off", e);
    }
    return new String(shown, 0, length, StandardCharsets.UTF_8);
  }

  /** Seconds or a date, RFC 9110; nobody is believed for longer than a day. */
  private @Nullable Duration retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    String written = header == null ? "" : header.getValue().strip();
    Duration wait;
    try {
      wait =
          written.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(written))
              : Duration.between(
                  clock.instant(),
                  Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(written)));
    } catch (DateTimeException e) {
      return null;
    }
    return wait.isNegative() ? null : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  @Override
  public void close() {
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
