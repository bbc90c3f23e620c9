package org.tocsin.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.notifier.Channels;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;

/** The settings of alert, each declared once. */
public final class AlertSettings {
  public static final Setting<Integer> THREADS =
      Setting.integer("alert.threads", 1, 1, 64, "Stream threads that match statements.");

  public static final Setting<Duration> RETENTION =
      Setting.duration(
          "alert.statements.retention",
          "35d",
          "How long after its last sighting a statement is remembered, by the articles' times."
              + " Later sightings are attached to its alerts so long.");

  public static final Setting<String> HTTP_HOST =
      Setting.text(
          "alert.http.host",
          "127.0.0.1",
          "Address the desk's page and API are bound to. Any other than the loopback answers only"
              + " those who sign in.");

  public static final Setting<Integer> HTTP_PORT =
      Setting.integer("alert.http.port", 8080, 0, 65_535, "Port of the page and API; 0 for any.");

  public static final Setting<String> TOKEN =
      Setting.secret(
          "alert.api.token",
          "An operator's token, presented as 'Authorization: Bearer …'; for people of their own see"
              + " access.users.file. Where there is no token at all, the API is open on the"
              + " loopback address and closed on any other.");

  public static final Setting<Integer> STREAMS =
      Setting.integer(
          "alert.desk.streams", 1_000, 1, 10_000, "Clients that may follow the alerts at once.");

  public static final Setting<String> ZONE =
      Setting.text(
          "alert.desk.zone",
          "",
          "Time zone of the desk, for example Europe/Paris, in which times are shown and days counted;"
              + " empty for that of the reader, with days in UTC.");

  public static final Setting<Integer> EVENTS =
      Setting.integer(
          "alert.desk.events",
          5_000,
          10,
          1_000_000,
          "Latest alerts, updates and states over which an interrupted stream resumes without"
              + " asking for the list again; in memory, some 4 kB each, an update of a story up to"
              + " 60 kB.");

  public static final Setting<Long> EVENT_BYTES =
      Setting.bytes(
          "alert.desk.events.bytes",
          "64MiB",
          "Memory for these at most: where they are larger together, the oldest go sooner.");

  public static final Setting<Duration> ARCHIVE_RETENTION =
      Setting.duration(
          "alert.archive.retention",
          "30d",
          "How far back statements are listed, searched and watches tried on them, by the"
              + " articles' times. They lie under streams.state.dir and are read from Kafka again"
              + " when they are gone.");

  public static final Setting<Integer> ARCHIVE_STATEMENTS =
      Setting.integer(
          "alert.archive.statements",
          5_000_000,
          1_000,
          100_000_000,
          "Statements kept so at most, the newest; about 1 kB of disk each.");

  public static final Setting<Duration> ALERTS_RETENTION =
      Setting.duration(
          "alert.archive.alerts.retention",
          "90d",
          "How far back alerts are listed and searched, with what people made of them.");

  public static final Setting<Integer> ARCHIVE_ALERTS =
      Setting.integer(
          "alert.archive.alerts", 500_000, 100, 10_000_000, "Alerts kept so at most, the newest.");

  public static final Setting<Integer> ARTICLES =
      Setting.integer(
          "alert.desk.articles",
          20_000,
          10,
          5_000_000,
          "Articles whose way the desk knows from memory; older ones are read from Kafka.");

  public static final Setting<Boolean> LOG =
      Setting.bool("alert.log.enabled", true, "Whether ringing alerts are printed.");

  public static final Setting<String> NOTIFIERS_FILE =
      Setting.text(
          "alert.notifiers.file",
          "",
          "YAML file of the notifiers that tell people of alerts: webhooks, chats, mail. Empty for"
              + " none.");

  public static final Setting<String> TEMPLATES =
      Setting.text(
          "alert.notifiers.templates",
          "",
          "Folder with templates of your own for chats and mail, named like the bundled ones; empty"
              + " for those.");

  public static final Setting<String> AUTHORITIES =
      Setting.text(
          "alert.notifiers.trust",
          "",
          "File of certificates (PEM) of authorities of your own, whom receivers and mail servers"
              + " are believed besides Java's usual ones; empty for none.");

  public static final Setting<Duration> NOTIFIER_TIMEOUT =
      Setting.duration(
          "alert.notifiers.timeout",
          "10s",
          "How long an attempt may take, to the last byte of the answer; for a mail, from connecting to"
              + " the server's having taken it.");

  public static final Setting<Boolean> PRIVATE_ADDRESSES =
      Setting.bool(
          "alert.notifiers.private.addresses",
          false,
          "Whether webhooks may lead to private, loopback and link-local addresses.");

  public static final Setting<String> PRIVATE_HOSTS =
      Setting.text(
          "alert.notifiers.private.hosts",
          "",
          "Hosts of your own network that webhooks may lead to all the same, comma separated.");

  public static final Setting<Duration> RETRY_FIRST =
      Setting.duration(
          "alert.delivery.retry.first",
          "2s",
          "How long after a first fault a delivery is tried again; doubled each time.");

  public static final Setting<Duration> RETRY_LONGEST =
      Setting.duration(
          "alert.delivery.retry.longest", "15m", "The longest time between two attempts.");

  public static final Setting<Duration> RETRY_FOR =
      Setting.duration(
          "alert.delivery.retry.for",
          "24h",
          "How long after an alert rang its delivery is given up; it is listed as dead then and can"
              + " be sent again.");

  public static final Setting<Duration> CATCH_UP =
      Setting.duration(
          "alert.delivery.catch.up",
          "1h",
          "How far back a notifier that is new tells what rang before it was there.");

  public static final Setting<String> WATCHES_FILE =
      Setting.text(
          "alert.watches.file",
          "",
          "YAML or JSON file of watches that are put into force at the start where they are new"
              + " or changed; empty for none.");

  private AlertSettings() {}

  /** How many statements are kept. */
  static Bounds statements(Settings settings) {
    return new Bounds(settings.get(ARCHIVE_RETENTION), settings.get(ARCHIVE_STATEMENTS));
  }

  /** How many alerts are kept. */
  static Bounds alerts(Settings settings) {
    return new Bounds(settings.get(ALERTS_RETENTION), settings.get(ARCHIVE_ALERTS));
  }

  /** What the channels of all notifiers have in common. */
  static Channels.Terms terms(Settings settings, ZoneId zone) {
    String templates = settings.get(TEMPLATES);
    String authorities = settings.get(AUTHORITIES);
    String hosts = settings.get(PRIVATE_HOSTS).strip();
    return new Channels.Terms(
        templates.isEmpty() ? null : Path.of(templates),
        authorities.isEmpty() ? null : Path.of(authorities),
        zone,
        settings.get(NOTIFIER_TIMEOUT),
        settings.get(PRIVATE_ADDRESSES),
        hosts.isEmpty() ? Set.of() : Set.of(hosts.split("\\s*,\\s*")));
  }

  /** All settings declared here. */
  public static List<Setting<?>> all() {
    return List.of(
        THREADS,
        RETENTION,
        HTTP_HOST,
        HTTP_PORT,
        TOKEN,
        STREAMS,
        ZONE,
        EVENTS,
        EVENT_BYTES,
        ARCHIVE_RETENTION,
        ARCHIVE_STATEMENTS,
        ALERTS_RETENTION,
        ARCHIVE_ALERTS,
        ARTICLES,
        LOG,
        NOTIFIERS_FILE,
        TEMPLATES,
        AUTHORITIES,
        NOTIFIER_TIMEOUT,
        PRIVATE_ADDRESSES,
        PRIVATE_HOSTS,
        RETRY_FIRST,
        RETRY_LONGEST,
        RETRY_FOR,
        CATCH_UP,
        WATCHES_FILE);
  }
}
