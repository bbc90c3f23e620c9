package org.tocsin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Outcome;

class HttpEndpointTest {
  private final Metrics metrics = new Metrics("enrich");
  private final AtomicReference<Readiness> state =
      new AtomicReference<>(Readiness.notYet("rebalancing"));
  private final HttpEndpoint endpoint =
      new HttpEndpoint("127.0.0.1", 0, metrics, state::get, HttpEndpointTest::route);

  private static void route(JavalinConfig config) {
    config.routes.get("/list", ctx -> ctx.result(String.valueOf(Limit.of(ctx))));
  }

  @BeforeEach
  void start() {
    endpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
    metrics.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + endpoint.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void isReadyOnlyWhenTheServiceIs() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).contains("rebalancing");
    state.set(Readiness.READY);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void isNoLongerLiveWhenTheServiceFailedForGood() throws Exception {
    state.set(Readiness.failed("stopped after 6 faults"));
    assertThat(get("/health/live").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).contains("stopped after 6 faults");
  }

  @Test
  void showsHowArticlesEnded() throws Exception {
    metrics.received();
    metrics.ended(Outcome.Result.DEAD_LETTERED);
    assertThat(get("/metrics").body())
        .contains("tocsin_articles_received_total{stage=\"enrich\"} 1.0")
        .contains("tocsin_articles_total{outcome=\"dead-lettered\",stage=\"enrich\"} 1.0")
        .contains("tocsin_articles_total{outcome=\"duplicate\",stage=\"enrich\"} 0.0");
  }

  @Test
  void readsHowManyEntriesOfAListAreWanted() throws Exception {
    assertThat(get("/list").body()).isEqualTo("100");
    assertThat(get("/list?limit=7").body()).isEqualTo("7");
    assertThat(get("/list?limit=1000000").body()).isEqualTo("1000");
    assertThat(get("/list?limit=0").statusCode()).isEqualTo(400);
    assertThat(get("/list?limit=ten").statusCode()).isEqualTo(400);
  }

  @Test
  void saysThatAPortIsTaken() {
    HttpEndpoint second =
        new HttpEndpoint("127.0.0.1", endpoint.port(), metrics, state::get, config -> {});
    assertThatThrownBy(second::start)
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("port " + endpoint.port())
        .hasMessageContaining("in use");
  }
}
