package org.tocsin.alert;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.ArchiveFolder;
import org.tocsin.alert.archive.ArchiveReader;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.calm.CalmCounts;
import org.tocsin.alert.delivery.DeliveryRoutes;
import org.tocsin.alert.delivery.DeliveryService;
import org.tocsin.alert.desk.AuditRoutes;
import org.tocsin.alert.desk.DeskApi;
import org.tocsin.alert.desk.DeskReader;
import org.tocsin.alert.desk.DeskStanding;
import org.tocsin.alert.desk.DeskView;
import org.tocsin.alert.desk.SystemRoutes;
import org.tocsin.alert.desk.TopicRecords;
import org.tocsin.alert.notifier.Channels;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.alert.notifier.NotifierFile;
import org.tocsin.alert.system.SystemFigures;
import org.tocsin.alert.system.SystemWatch;
import org.tocsin.alert.topology.AlertTopology;
import org.tocsin.alert.topology.WatchBook;
import org.tocsin.alert.trace.RecordFinder;
import org.tocsin.alert.trace.Trace;
import org.tocsin.alert.trace.Tracer;
import org.tocsin.alert.triage.KafkaStateWriter;
import org.tocsin.alert.watch.KafkaWatchHistory;
import org.tocsin.alert.watch.KafkaWatchWriter;
import org.tocsin.alert.watch.WatchFile;
import org.tocsin.alert.watch.WatchKeeping;
import org.tocsin.alert.watch.WatchSeeder;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Topics;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.OpenApi;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Readiness;
import org.tocsin.service.RecordWriter;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;
import org.tocsin.service.StreamsService;
import org.tocsin.service.access.Access;
import org.tocsin.service.access.AuditReader;
import org.tocsin.service.access.AuditTrail;
import org.tocsin.service.access.KafkaAuditTrail;

/**
 * The service {@code alert}: the topology that rings, the desk's page and API, and the notifiers
 * that tell people. Watches of a file are put into force before anything else starts.
 */
public final class AlertService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(AlertService.class);
  private static final Duration TRACE_PATIENCE = Duration.ofSeconds(20);

  private final Settings settings;
  private final Clock clock;
  private final Metrics metrics = new Metrics("alert");
  private final List<Service> parts = new ArrayList<>();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Consumer<Alert> printer;
  private final CalmCounts counts = new CalmCounts();
  private @Nullable HttpEndpoint http;

  /**
   * A service.
   *
   * @param printer gets each ringing alert once, where {@code alert.log.enabled} is true
   */
  public AlertService(Settings settings, Consumer<Alert> printer, Clock clock) {
    this.settings = settings;
    this.printer = printer;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "alert";
  }

  /** The zone in which alerts are printed: the desk's, or that of this machine. */
  public static ZoneId zone(Settings settings) {
    String zone = settings.get(AlertSettings.ZONE);
    try {
      return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new OperatorException(
          "setting alert.desk.zone = '" + zone + "' is not a time zone",
          "Write one such as Europe/Paris or UTC.",
          e);
    }
  }

  /** Starts all of it, or nothing: what was opened before a fault is closed again. */
  @Override
  public void start() {
    try {
      assemble();
      parts.forEach(Service::start);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void assemble() {
    zone(settings);
    List<Notifier> notifiers = notifiers();
    seed(notifiers.stream().map(Notifier::id).collect(Collectors.toSet()));
    WatchBook book = new WatchBook();
    ArchiveFolder<StatementArchive> statements =
        ArchiveFolder.open(
            settings,
            "statement-archive",
            folder -> new StatementArchive(folder, AlertSettings.statements(settings)));
    open.push(statements);
    ArchiveFolder<AlertArchive> alerts =
        ArchiveFolder.open(
            settings,
            "alert-archive",
            folder -> new AlertArchive(folder, AlertSettings.alerts(settings)));
    open.push(alerts);
    DeskView view = view(alerts.archive());
    parts.add(streams(book));
    DeskReader reader = new DeskReader(view, settings, back());
    parts.add(reader);
    parts.add(new ArchiveReader(statements.archive(), settings));
    DeliveryService deliveries = deliveries(notifiers);
    parts.add(deliveries);
    RecordFinder finder = new RecordFinder(settings);
    open.push(finder);
    SystemWatch system = system(new DeskStanding(view, reader, clock), finder);
    parts.add(system);
    serve(view, book, statements.archive(), alerts.archive(), finder, system, deliveries);
  }

  private void seed(Set<String> notifiers) {
    String file = settings.get(AlertSettings.WATCHES_FILE);
    if (!file.isEmpty()) {
      WatchSeeder.seed(WatchFile.read(Path.of(file), notifiers), settings, clock);
    }
  }

  private StreamsService streams(WatchBook book) {
    int threads = settings.get(AlertSettings.THREADS);
    Properties properties = KafkaSettings.streams(settings, "alert", threads, metrics);
    return new StreamsService(
        "alert topology",
        AlertTopology.build(
            settings.get(KafkaSettings.PREFIX),
            settings.get(AlertSettings.RETENTION),
            book,
            counts),
        properties,
        metrics,
        clock);
  }

  private List<Notifier> notifiers() {
    List<Notifier> notifiers = new ArrayList<>();
    if (settings.get(AlertSettings.LOG)) {
      notifiers.add(
          new Notifier(Notifier.LOG, Notifier.Filter.ALL, new Notifier.Printed(), Duration.ZERO));
    }
    String file = settings.get(AlertSettings.NOTIFIERS_FILE);
    if (!file.isEmpty()) {
      notifiers.addAll(new NotifierFile(System::getenv).read(Path.of(file)));
    }
    return notifiers;
  }

  private DeliveryService deliveries(List<Notifier> notifiers) {
    Channels channels = new Channels(AlertSettings.terms(settings, zone(settings)), printer, clock);
    return new DeliveryService(notifiers, channels, settings, metrics, clock);
  }

  private DeskView view(AlertArchive alerts) {
    return new DeskView(
        settings.get(KafkaSettings.PREFIX),
        alerts,
        new DeskView.Capacity(
            settings.get(AlertSettings.EVENTS),
            settings.get(AlertSettings.EVENT_BYTES),
            settings.get(AlertSettings.ARTICLES)));
  }

  private int back() {
    return Math.max(settings.get(AlertSettings.EVENTS), settings.get(AlertSettings.ARTICLES));
  }

  private SystemWatch system(SystemWatch.Desk desk, RecordFinder finder) {
    return new SystemWatch(
        settings,
        desk,
        (topic, partition, offset) ->
            finder
                .at(topic, new Trace.Place(partition, offset))
                .map(record -> Instant.ofEpochMilli(record.timestamp())),
        clock);
  }

  private SystemRoutes systemRoutes(
      AlertArchive alerts,
      StatementArchive statements,
      RecordFinder finder,
      SystemWatch system,
      DeskApi api) {
    RecordWriter replays = new RecordWriter(settings);
    open.push(replays);
    return new SystemRoutes(
        () ->
            new SystemFigures(
                system.stages(),
                system.deadLetters(),
                statements.size(),
                alerts.size(),
                statements.bytes() + alerts.bytes(),
                api.streams()),
        place -> finder.at(Topics.DEAD_LETTERS, place),
        replays::write,
        settings.get(KafkaSettings.PREFIX));
  }

  private void serve(
      DeskView view,
      WatchBook book,
      StatementArchive statements,
      AlertArchive alerts,
      RecordFinder finder,
      SystemWatch system,
      DeliveryService deliveries) {
    KafkaWatchWriter writer = new KafkaWatchWriter(settings);
    open.push(writer);
    KafkaStateWriter states = new KafkaStateWriter(settings);
    open.push(states);
    Tracer tracer = new Tracer(settings, TRACE_PATIENCE);
    String host = settings.get(AlertSettings.HTTP_HOST);
    AuditTrail audit = new KafkaAuditTrail(settings, metrics.registry());
    open.push(audit);
    DeskApi api =
        new DeskApi(
            view,
            new WatchKeeping(writer, new KafkaWatchHistory(settings), deliveries.ids()),
            tracer::trace,
            statements,
            states,
            new TopicRecords(finder, view),
            new DeskApi.Offer(
                settings.get(AlertSettings.STREAMS), settings.get(AlertSettings.ZONE)),
            clock);
    AlertMeters.register(metrics.registry(), view, book, counts, api);
    SystemRoutes routes = systemRoutes(alerts, statements, finder, system, api);
    HttpEndpoint endpoint =
        new HttpEndpoint(
            host,
            settings.get(AlertSettings.HTTP_PORT),
            metrics,
            this::readiness,
            Access.of(door(host), settings, audit, metrics.registry(), clock),
            config -> {
              api.install(config);
              routes.install(config.routes);
              new DeliveryRoutes(deliveries).install(config.routes);
              new AuditRoutes(new AuditReader(settings)::latest).install(config.routes);
              OpenApi.of(AlertService.class).install(config.routes);
            });
    open.push(endpoint);
    open.push(api);
    endpoint.start();
    http = endpoint;
  }

  private Access.Door door(String host) {
    return new Access.Door(name(), host, settings.get(AlertSettings.TOKEN), "");
  }

  /** Every endpoint of the page and API, once started. */
  public List<String> endpoints() {
    if (http == null) {
      throw new IllegalStateException("not started");
    }
    return http.endpoints();
  }

  /** The port of the page and API, once started. */
  public int port() {
    if (http == null) {
      throw new IllegalStateException("not started");
    }
    return http.port();
  }

  @Override
  public Readiness readiness() {
    List<String> waiting =
        parts.stream()
            .filter(part -> !part.readiness().ready())
            .map(part -> part.name() + ": " + part.readiness().detail())
            .toList();
    if (parts.isEmpty()) {
      return Readiness.notYet("not started");
    }
    if (waiting.isEmpty()) {
      return Readiness.READY;
    }
    String detail = String.join("; ", waiting);
    boolean failed = parts.stream().anyMatch(part -> part.readiness().failed());
    return failed ? Readiness.failed(detail) : Readiness.notYet(detail);
  }

  /**
   * Stops in the reverse order of the start: the page goes after the parts, the archives last. What
   * is closed already, because the start failed, is not closed again.
   */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      parts.remove(parts.size() - 1).close();
    }
    while (!open.isEmpty()) {
      AutoCloseable last = open.pop();
      try {
        last.close();
      } catch (Exception e) {
        LOG.warn("{} did not close", last, e);
      }
    }
    metrics.close();
  }
}
