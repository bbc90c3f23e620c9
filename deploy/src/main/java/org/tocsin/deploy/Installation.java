package org.tocsin.deploy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tocsin.alert.AlertService;
import org.tocsin.alert.AlertSettings;
import org.tocsin.alert.notifier.AlertText;
import org.tocsin.alert.watch.WatchDraft;
import org.tocsin.alert.watch.WatchSeeder;
import org.tocsin.deploy.broker.DataFolder;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.enrich.EnrichService;
import org.tocsin.enrich.EnrichSettings;
import org.tocsin.enrich.StandardAnalyser;
import org.tocsin.ingest.IngestService;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Service;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;

/** Puts the modules together: each service alone, or all of them around a broker of their own. */
public final class Installation {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private Installation() {}

  /** The ingest service. */
  public static Service ingest(Settings settings) {
    return new IngestService(settings, Clock.systemUTC());
  }

  /** The enrich service. */
  public static Service enrich(Settings settings) {
    return new EnrichService(settings, new StandardAnalyser(), Clock.systemUTC());
  }

  /**
   * The alert service.
   *
   * @param out where ringing alerts are printed
   */
  public static Service alert(Settings settings, Consumer<String> out) {
    AlertText text = new AlertText(AlertService.zone(settings));
    return new AlertService(settings, alert -> out.accept(text.of(alert)), Clock.systemUTC());
  }

  /**
   * Starts everything in this process and returns when all of it is ready.
   *
   * @param running what everything is added to; the caller closes it, also where this fails
   * @param data folder that is used, and locked, until the end
   * @param watches put into force before anything is matched
   * @param out where ringing alerts are printed
   * @throws OperatorException where a person must put something right first
   */
  public static void allInOne(
      Running running, Settings given, Path data, List<WatchDraft> watches, Consumer<String> out) {
    int port = embeddedPort(given);
    DataFolder folder = running.add(DataFolder.open(data));
    Settings settings = inside(given, folder);
    running.add(EmbeddedBroker.start(folder.kafka(), port));
    try (TopicKeeper topics = TopicKeeper.connect(settings)) {
      topics.align();
      topics.ensure();
    }
    if (!watches.isEmpty()) {
      WatchSeeder.seed(watches, settings, Clock.systemUTC());
    }
    Service enrich = running.start(enrich(settings));
    Service alert = running.start(alert(settings, out));
    Service ingest = running.start(ingest(settings));
    running.awaitReady(enrich, PATIENCE);
    running.awaitReady(alert, PATIENCE);
    running.awaitReady(ingest, PATIENCE);
  }

  /** One process, one folder: stores lie in it, and the process is known again after a crash. */
  private static Settings inside(Settings given, DataFolder folder) {
    Map<String, String> own = new HashMap<>();
    own.put(KafkaSettings.STATE_DIR.key(), folder.streams().toString());
    own.put(KafkaSettings.INSTANCE.key(), "up");
    own.keySet().removeIf(given::isSet);
    return given.with(own);
  }

  /** The address of the desk page. */
  public static String deskAddress(Settings settings) {
    return address(settings, AlertSettings.HTTP_HOST, AlertSettings.HTTP_PORT).toString();
  }

  /** The address of the API of the dictionaries. */
  public static URI enrichAddress(Settings settings) {
    return address(settings, EnrichSettings.HTTP_HOST, EnrichSettings.HTTP_PORT);
  }

  /** The address of the push service. */
  public static URI pushAddress(Settings settings) {
    return address(settings, IngestSettings.HTTP_HOST, IngestSettings.HTTP_PORT);
  }

  /** The address of a service that listens on a host, an IPv6 address included, and a port. */
  public static URI address(Settings settings, Setting<String> host, Setting<Integer> port) {
    String name = settings.get(host);
    String bracketed = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    return URI.create("http://" + bracketed + ":" + settings.get(port) + "/");
  }

  private static int embeddedPort(Settings settings) {
    String servers = settings.get(KafkaSettings.BOOTSTRAP_SERVERS);
    int colon = servers.lastIndexOf(':');
    try {
      int port = Integer.parseInt(servers.substring(colon + 1));
      if (port > 0 && port < 1 << 16 && isLoopback(servers.substring(0, Math.max(0, colon)))) {
        return port;
      }
    } catch (NumberFormatException | UnknownHostException e) {
      throw notOurs(servers, e);
    }
    throw notOurs(servers, null);
  }

  private static boolean isLoopback(String host) throws UnknownHostException {
    return !host.isEmpty() && InetAddress.getByName(host).isLoopbackAddress();
  }

  @SuppressWarnings("NullAway") // A cause may be absent.
  private static OperatorException notOurs(
      String servers, @org.jspecify.annotations.Nullable Exception cause) {
    return new OperatorException(
        "kafka.bootstrap.servers = '" + servers + "' is not one loopback address with a port",
        "'up' and 'demo' start their own broker on 127.0.0.1:PORT. For another Kafka use 'ingest',"
            + " 'enrich' and 'alert'.",
        cause);
  }
}
