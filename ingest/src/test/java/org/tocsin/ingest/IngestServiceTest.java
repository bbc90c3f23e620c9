package org.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;

class IngestServiceTest {
  private static final Settings NO_KAFKA =
      Settings.of(
          Map.of(
              "ingest.http.port", "0",
              "kafka.bootstrap.servers", "127.0.0.1:1",
              "ingest.publish.timeout", "2s",
              "ingest.sources.courier.feed", "https://feeds.invalid/rss"));

  @Test
  void livesWithoutKafkaAndSaysThatItIsNotReady() throws Exception {
    try (IngestService ingest = new IngestService(NO_KAFKA, Clock.systemUTC())) {
      ingest.start();

      assertThat(get(ingest, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(ingest, "/health/ready").statusCode()).isEqualTo(503);
      assertThat(get(ingest, "/api/sources").body()).contains("\"name\":\"courier\"");
      assertThat(get(ingest, "/metrics").body())
          .contains("tocsin_articles_received_total{stage=\"ingest\"} 0")
          .contains("tocsin_ingest_source{source=\"courier\"");
    }
  }

  @Test
  void canBeClosedBeforeItStarts() {
    new IngestService(NO_KAFKA, Clock.systemUTC()).close();
  }

  @Test
  void declaresEachSettingOnceAndItsDefaultIsValid() {
    Settings defaults = Settings.defaults();

    assertThat(IngestSettings.all().stream().map(Setting::key).collect(Collectors.toSet()))
        .hasSameSizeAs(IngestSettings.all());
    IngestSettings.all().forEach(setting -> assertThat(defaults.get(setting)).isNotNull());
  }

  private static HttpResponse<String> get(IngestService ingest, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + ingest.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
