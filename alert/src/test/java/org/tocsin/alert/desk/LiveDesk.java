package org.tocsin.alert.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.tocsin.alert.Samples;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.dossier.RecordSource;
import org.tocsin.alert.triage.StateWriter;
import org.tocsin.alert.watch.WatchHistory;
import org.tocsin.alert.watch.WatchKeeping;
import org.tocsin.alert.watch.WatchWriter;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Json;
import org.tocsin.contract.Story;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditTrail;

/** The desk's server on a loopback port, fed with records as they come from Kafka. */
public final class LiveDesk implements AutoCloseable {
  private final AlertArchive alerts;
  private final StatementArchive statements;
  private final DeskView view;
  private final DeskApi api;
  private final HttpEndpoint server;
  private long offset;

  public LiveDesk(int streams) throws IOException {
    Bounds bounds = Bounds.of(Duration.ofDays(30));
    alerts = new AlertArchive(new ByteBuffersDirectory(), bounds);
    statements = new StatementArchive(new ByteBuffersDirectory(), bounds);
    view = new DeskView("", alerts, new DeskView.Capacity(5_000, 1_000));
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
  }

  public int port() {
    return server.port();
  }

  /** Clients that follow. */
  public int streams() {
    return api.streams();
  }

  /** Lets the n-th alert come in from its topic. */
  public void ring(int n) {
    String id = "alert-" + n;
    byte[] value =
        Json.write(Samples.alert(id, 0, "The port will close at midnight, and stay closed."))
            .getBytes(StandardCharsets.UTF_8);
    view.take(
        new ConsumerRecord<>(
            Topics.ALERTS.name(), 0, offset++, id.getBytes(StandardCharsets.UTF_8), value));
  }

  @Override
  public void close() throws IOException {
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
    public Optional<Article> article(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<EnrichedArticle> enriched(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<Story> story(String id) {
      return Optional.empty();
    }
  }
}
