package org.tocsin.alert.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.Samples;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.dossier.RecordSource;
import org.tocsin.alert.triage.StateWriter;
import org.tocsin.alert.watch.WatchHistory;
import org.tocsin.alert.watch.WatchKeeping;
import org.tocsin.alert.watch.WatchWriter;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Json;
import org.tocsin.contract.Story;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditTrail;

/** The desk's server on a loopback port, fed with records as they come from Kafka, or by Kafka. */
public final class LiveDesk implements AutoCloseable {
  private final AlertArchive alerts;
  private final StatementArchive statements;
  private final DeskView view;
  private final DeskApi api;
  private final HttpEndpoint server;
  private final @Nullable DeskReader reader;
  private long offset;

  /** One that is fed by hand. */
  public LiveDesk(int streams) throws IOException {
    this(streams, Settings.defaults(), false);
  }

  /** One that reads the topics of these settings. */
  public static LiveDesk reading(int streams, Settings settings) throws IOException {
    return new LiveDesk(streams, settings, true);
  }

  private LiveDesk(int streams, Settings settings, boolean reading) throws IOException {
    Bounds bounds = Bounds.of(Duration.ofDays(30));
    alerts = new AlertArchive(new ByteBuffersDirectory(), bounds);
    statements = new StatementArchive(new ByteBuffersDirectory(), bounds);
    String prefix = reading ? settings.get(KafkaSettings.PREFIX) : "";
    view = new DeskView(prefix, alerts, new DeskView.Capacity(5_000, 64 << 20, 1_000));
    reader = reading ? new DeskReader(view, settings, 5_000) : null;
    Metrics metrics = new Metrics("alert");
    api =
        new DeskApi(
            view,
            new WatchKeeping(new Nowhere(), new NoPast(), Set.of()),
            id -> Optional.empty(),
            statements,
            state -> new StateWriter.Place(0, 0),
            new Nothing(),
            new DeskApi.Offer(streams, ""),
            Clock.systemUTC());
    Access access =
        Access.of(
            new Access.Door("alert", "127.0.0.1", "", ""),
            Settings.defaults(),
            AuditTrail.NONE,
            metrics.registry(),
            Clock.systemUTC());
    server = new HttpEndpoint("127.0.0.1", 0, metrics, () -> Readiness.READY, access, api::install);
    server.start();
    if (reader != null) {
      reader.start();
    }
  }

  public int port() {
    return server.port();
  }

  /** Clients that follow. */
  public int streams() {
    return api.streams();
  }

  /** Whether it has read what there was when it began. */
  public boolean ready() {
    return reader == null || reader.readiness().ready();
  }

  /** The n-th alert. */
  public static Alert alert(int n) {
    return Samples.alert("alert-" + n, 0, "The port will close at midnight, and stay closed.");
  }

  /** Lets an alert come in as a record of its topic. */
  public void take(Alert alert) {
    byte[] key = alert.id().getBytes(StandardCharsets.UTF_8);
    byte[] value = Json.write(alert).getBytes(StandardCharsets.UTF_8);
    view.take(new ConsumerRecord<>(Topics.ALERTS.name(), 0, offset++, key, value));
  }

  /** Lets the n-th alert come in. */
  public void ring(int n) {
    take(alert(n));
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    api.close();
    server.close();
    alerts.close();
    statements.close();
  }

  private static final class Nowhere implements WatchWriter {
    @Override
    public void keep(Watch watch) {}

    @Override
    public void put(Watch watch) {}

    @Override
    public void remove(String id) {}

    @Override
    public void close() {}
  }

  private static final class NoPast implements WatchHistory {
    @Override
    public List<Watch> versions(String id) {
      return List.of();
    }
  }

  private static final class Nothing implements RecordSource {
    @Override
    public Optional<Article> article(String id, Instant time) {
      return Optional.empty();
    }

    @Override
    public Optional<EnrichedArticle> enriched(String id, Instant time) {
      return Optional.empty();
    }

    @Override
    public Optional<Story> story(String id, Instant time) {
      return Optional.empty();
    }
  }
}
