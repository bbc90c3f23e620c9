package org.tocsin.alert.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.query.Query;
import org.tocsin.alert.dossier.RecordSource;
import org.tocsin.alert.triage.StateWriter;
import org.tocsin.alert.watch.WatchWriter;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Story;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Part;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;
import org.tocsin.service.HttpEndpoint;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;

/**
 * The desk page on invented news, without Kafka: for those who change the page. Argument: the port.
 * An alert rings every {@value #SECONDS} seconds.
 */
public final class DeskPreview {
  private static final int SECONDS = 7;
  private static final String PREFIX = "";

  private final DeskView view;
  private final AtomicLong offset = new AtomicLong();
  private final Clock clock = Clock.systemUTC();

  private record News(
      String watch,
      Watch.Severity severity,
      String query,
      @Nullable String speaker,
      String cue,
      String before,
      String said,
      String after,
      String language,
      String outlet,
      String country) {}

  private static final List<News> NEWS =
      List.of(
          new News(
              "Port closures",
              Watch.Severity.HIGH,
              "port clos*",
              "Mira Oldenburg",
              "said",
              "“",
              "The port will close at midnight and stay closed until the strike is over",
              ",” Oldenburg told reporters on the quay.",
              "en",
              "Harbour Gazette",
              "NO"),
          new News(
              "Dam safety",
              Watch.Severity.MEDIUM,
              "Staudamm OR Damm",
              "Jost Wieland",
              "erklärte",
              "Der Leiter der Talsperre, Jost Wieland, erklärte, ",
              "der Damm halte auch einem doppelt so hohen Pegel stand",
              ".",
              "de",
              "Talbote",
              "AT"),
          new News(
              "Grain exports",
              Watch.Severity.LOW,
              "القمح",
              "سامر الخطيب",
              "قال",
              "وقال الخطيب: «",
              "لن نوقف تصدير القمح هذا العام",
              "»، مضيفا أن المخزون كاف.",
              "ar",
              "صوت الميناء",
              "EG"),
          new News(
              "Port closures",
              Watch.Severity.HIGH,
              "ferry OR ferries",
              null,
              "according to",
              "According to a notice at the terminal, ",
              "all ferries to the outer islands are cancelled <b>until further notice</b>",
              ".",
              "en",
              "Island Courier",
              "DK"),
          new News(
              "Elections",
              Watch.Severity.MEDIUM,
              "选举",
              "林悦",
              "表示",
              "林悦表示：“",
              "选举结果将在周五公布",
              "。”",
              "zh",
              "海湾日报",
              "SG"));

  private final StatementArchive archive;

  private DeskPreview() throws IOException {
    archive =
        new StatementArchive(new ByteBuffersDirectory(), Bounds.of(Duration.ofDays(30)));
    AlertArchive alerts =
        new AlertArchive(new ByteBuffersDirectory(), Bounds.of(Duration.ofDays(90)));
    view = new DeskView(PREFIX, alerts, new DeskView.Capacity(500, 500));
  }

  /** Starts the server and keeps ringing. */
  public static void main(String[] arguments) throws IOException {
    DeskPreview preview = new DeskPreview();
    DeskApi api =
        new DeskApi(
            preview.view,
            new NoWriter(),
            id -> Optional.empty(),
            preview.archive,
            preview::put,
            new Records(),
            new DeskApi.Access("127.0.0.1", "", 10, ""),
            preview.clock);
    int port = arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]);
    HttpEndpoint server =
        new HttpEndpoint(
            "127.0.0.1", port, new Metrics("alert"), () -> Readiness.READY, api::install);
    server.start();
    if (arguments.length < 2) {
      preview.fill();
    }
  }

  private void fill() {
    for (int i = 0; i < NEWS.size(); i++) {
      Watch watch =
          new Watch(
              "watch-" + i,
              NEWS.get(i).watch(),
              NEWS.get(i).query(),
              NEWS.get(i).severity(),
              true,
              1,
              "desk",
              null,
              clock.instant());
      take(Topics.WATCHES, watch.id(), watch);
    }
    for (int i = 0; i < 11; i++) {
      ring(i);
    }
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    AtomicLong turn = new AtomicLong(11);
    Runnable next = () -> ring((int) turn.getAndIncrement());
    var unused = timer.scheduleAtFixedRate(next, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void ring(int turn) {
    News news = NEWS.get(turn % NEWS.size());
    Sighting sighting = sighting(news, turn);
    archive.take(0, archive.next(0), sighting);
    Alert alert = alert(news, turn, sighting, 0, List.of());
    take(Topics.ALERTS, alert.id(), alert);
    if (turn % 2 == 0) {
      Alert.Later later =
          new Alert.Later(
              "l" + turn,
              "b" + turn,
              "https://wire.example/b" + turn,
              "Coast Wire",
              clock.instant());
      take(Topics.ALERTS, alert.id(), alert(news, turn, sighting, 1, List.of(later)));
    }
  }

  private static Alert alert(
      News news, int turn, Sighting sighting, int update, List<Alert.Later> later) {
    return new Alert(
        "preview-" + turn,
        update,
        sighting.article().time(),
        new Alert.WatchRef("watch-" + turn % NEWS.size(), news.watch(), 1, news.severity()),
        sighting,
        Query.parse(news.query()).match(sighting).orElseThrow(),
        1 + later.size(),
        later);
  }

  private Sighting sighting(News news, int turn) {
    int start = 400 + news.before().length();
    Instant time = clock.instant();
    Speaker speaker =
        news.speaker() == null
            ? null
            : new Speaker(news.speaker(), null, Part.TEXT, 0, 3, news.speaker(), List.of());
    Statement statement =
        new Statement(
            "s" + turn,
            Statement.Kind.DIRECT,
            Part.TEXT,
            start,
            start + news.said().length(),
            news.said(),
            List.of(),
            speaker,
            news.cue(),
            "preview",
            Novelty.NEW,
            null);
    return new Sighting(
        statement,
        new Sighting.Source(
            "a" + turn,
            0,
            "https://news.example/" + turn,
            news.outlet(),
            "Report " + turn,
            news.language(),
            time,
            "story-" + turn),
        new Sighting.Context(400, news.before() + news.said() + news.after()),
        List.of(new Sighting.Country(news.country(), CountryTag.Role.ABOUT)),
        List.of(),
        Lane.LIVE);
  }

  private void take(Topic<?, ?> topic, String key, Object value) {
    view.take(
        new ConsumerRecord<>(
            topic.in(PREFIX),
            0,
            offset.getAndIncrement(),
            key.getBytes(StandardCharsets.UTF_8),
            Json.write(value).getBytes(StandardCharsets.UTF_8)));
  }

  /** What people make of alerts is read back at once. */
  private StateWriter.Place put(AlertState state) {
    long place = offset.get();
    take(Topics.ALERT_STATES, state.alert(), state);
    return new StateWriter.Place(0, place);
  }

  /** The preview has no topics. */
  private static final class Records implements RecordSource {
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

  /** What is saved in the preview stays in the preview. */
  private static final class NoWriter implements WatchWriter {
    @Override
    public void put(Watch watch) {}

    @Override
    public void remove(String id) {}

    @Override
    public void close() {}
  }
}
