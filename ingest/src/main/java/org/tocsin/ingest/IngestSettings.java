package org.tocsin.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;

/** The settings of ingest, each declared once. */
public final class IngestSettings {
  public static final Setting<String> HTTP_HOST =
      Setting.text(
          "ingest.http.host", "127.0.0.1", "Address that push, health and metrics listen on.");

  public static final Setting<Integer> HTTP_PORT =
      Setting.integer(
          "ingest.http.port", 8081, 0, 65_535, "Port of push, health and metrics; 0 for any.");

  public static final Setting<String> TOKEN =
      Setting.secret(
          "ingest.api.token",
          "An operator's token, presented as 'Authorization: Bearer …'; for people and programs of"
              + " their own see access.users.file. Where there is no token at all, the API is open on"
              + " the loopback address and closed on any other.");

  public static final Setting<String> API_KEY =
      Setting.secret(
          "ingest.push.api-key",
          "What programs send in the header X-Api-Key to push articles, and nothing else; the"
              + " tokens of pushers in access.users.file are taken there too.");

  public static final Setting<Long> MAX_BODY =
      Setting.bytes("ingest.push.max-body", "32MiB", "Largest body of one push of articles.");

  public static final Setting<Long> MAX_FILE =
      Setting.bytes("ingest.push.max-file", "1GiB", "Largest file sent to /api/files.");

  public static final Setting<Integer> CONCURRENCY =
      Setting.integer(
          "ingest.push.concurrency",
          8,
          1,
          256,
          "Pushes worked on at the same time; one more is told to come again.");

  public static final Setting<Long> MAX_DOCUMENT =
      Setting.bytes(
          "ingest.limits.document",
          "16MiB",
          "Largest page, feed, text, JSON document, or line of a JSON lines file that is read."
              + " A larger JSON document is refused with 413.");

  public static final Setting<Integer> MAX_TEXT =
      Setting.integer(
          "ingest.limits.text",
          256 << 10,
          1_000,
          2 << 20,
          "Longest text of one article, in UTF-16 code units; longer ones are rejected.");

  public static final Setting<Long> MAX_UNPACKED =
      Setting.bytes(
          "ingest.limits.unpacked", "8GiB", "Most that one compressed file may unpack to.");

  public static final Setting<Integer> MAX_RATIO =
      Setting.integer(
          "ingest.limits.ratio",
          200,
          2,
          100_000,
          "Bytes that one compressed byte may stand for, before it is taken for a gzip bomb.");

  public static final Setting<Long> IN_FLIGHT =
      Setting.bytes(
          "ingest.publish.in-flight",
          "64MiB",
          "Most text on its way to Kafka at one time; sources then wait and clients are told to.");

  public static final Setting<Duration> PUBLISH_TIMEOUT =
      Setting.duration(
          "ingest.publish.timeout",
          "60s",
          "How long Kafka may take for a record before its sender is told to try again.");

  public static final Setting<Map<String, String>> SOURCES =
      Setting.map(
          "ingest.sources",
          "What to read: <name>.feed is the address of a feed, <name>.sitemap of a news sitemap or"
              + " an index of them, <name>.folder a folder to watch; <name>.every how often, else by"
              + " its own rhythm; <name>.pages whether pages behind short items are fetched;"
              + " <name>.lane live or backfill.");

  public static final Setting<String> OPML =
      Setting.text(
          "ingest.opml",
          "",
          "An OPML file whose feeds are read as well; empty for none. GET /api/sources.opml gives"
              + " one.");

  public static final Setting<Duration> EVERY =
      Setting.duration(
          "ingest.fetch.every",
          "5m",
          "How often a source is polled at first; then its own rhythm decides.");

  public static final Setting<Integer> THREADS =
      Setting.integer("ingest.fetch.threads", 16, 1, 256, "Sources polled at the same time.");

  public static final Setting<Duration> FASTEST =
      Setting.duration(
          "ingest.fetch.fastest",
          "1m",
          "Shortest interval that a source's own rhythm can lead to.");

  public static final Setting<Duration> SLOWEST =
      Setting.duration(
          "ingest.fetch.slowest", "1h", "Longest interval that a source's own rhythm can lead to.");

  public static final Setting<Duration> LONGEST_PAUSE =
      Setting.duration(
          "ingest.fetch.longest-pause", "6h", "Longest a source that fails is left alone.");

  public static final Setting<Duration> HOST_GAP =
      Setting.duration(
          "ingest.fetch.host-gap",
          "1s",
          "Time between two requests to one host; a crawl delay in its robots.txt counts more.");

  public static final Setting<Integer> HOST_CONCURRENCY =
      Setting.integer(
          "ingest.fetch.host-concurrency", 1, 1, 4, "Requests to one host at the same time.");

  public static final Setting<Boolean> ROBOTS =
      Setting.bool("ingest.fetch.robots", true, "Whether robots.txt is asked and obeyed.");

  public static final Setting<Boolean> PAGES =
      Setting.bool(
          "ingest.fetch.pages",
          false,
          "Whether the pages behind short items of feeds are fetched, where a source does not say.");

  public static final Setting<Integer> PAGES_BELOW =
      Setting.integer(
          "ingest.fetch.pages-below",
          600,
          1,
          1_000_000,
          "Items with fewer characters of text than this are short.");

  public static final Setting<Duration> SITEMAP_WINDOW =
      Setting.duration(
          "ingest.fetch.sitemap-window", "2d", "Age up to which pages of a sitemap are fetched.");

  public static final Setting<Integer> SITEMAP_CHILDREN =
      Setting.integer(
          "ingest.fetch.sitemap-children", 50, 1, 50_000, "Sitemaps of one index that are read.");

  public static final Setting<Duration> ALARM_EVERY =
      Setting.duration(
          "ingest.alarm.every",
          "1h",
          "How often the operator is told of a source that is ill, until it is acknowledged.");

  public static final Setting<Duration> FETCH_TIMEOUT =
      Setting.duration(
          "ingest.fetch.timeout", "20s", "How long a server may take to answer in full.");

  public static final Setting<Integer> REDIRECTS =
      Setting.integer("ingest.fetch.redirects", 5, 0, 20, "Redirects followed for one feed.");

  public static final Setting<Boolean> PRIVATE_ADDRESSES =
      Setting.bool(
          "ingest.fetch.private-addresses",
          false,
          "Whether feeds may be fetched from loopback and private networks.");

  public static final Setting<String> PRIVATE_HOSTS =
      Setting.text(
          "ingest.fetch.private-hosts",
          "",
          "Hosts in private networks that may be asked all the same, by name or address, comma"
              + " separated.");

  public static final Setting<Integer> RECEIPTS =
      Setting.integer(
          "ingest.push.receipts",
          10_000,
          0,
          1_000_000,
          "Most ids and refusals named in the answer to one push; the counts are always whole.");

  public static final Setting<Integer> IDEMPOTENCY_KEYS =
      Setting.integer(
          "ingest.push.idempotency-keys",
          10_000,
          0,
          1_000_000,
          "Answers kept for pushes with an Idempotency-Key that are sent again.");

  public static final Setting<String> USER_AGENT =
      Setting.text("ingest.fetch.user-agent", "Tocsin/0.1", "How feeds' servers see us.");

  private IngestSettings() {}

  /** All settings declared here. */
  public static List<Setting<?>> all() {
    return List.of(
        HTTP_HOST,
        HTTP_PORT,
        TOKEN,
        API_KEY,
        MAX_BODY,
        MAX_FILE,
        CONCURRENCY,
        RECEIPTS,
        IDEMPOTENCY_KEYS,
        MAX_DOCUMENT,
        MAX_TEXT,
        MAX_UNPACKED,
        MAX_RATIO,
        IN_FLIGHT,
        PUBLISH_TIMEOUT,
        SOURCES,
        OPML,
        EVERY,
        FASTEST,
        SLOWEST,
        LONGEST_PAUSE,
        THREADS,
        HOST_GAP,
        HOST_CONCURRENCY,
        ROBOTS,
        PAGES,
        PAGES_BELOW,
        SITEMAP_WINDOW,
        SITEMAP_CHILDREN,
        ALARM_EVERY,
        FETCH_TIMEOUT,
        REDIRECTS,
        PRIVATE_ADDRESSES,
        PRIVATE_HOSTS,
        USER_AGENT);
  }

  /** How much of an input is read at most. */
  public static Limits limits(Settings settings) {
    return new Limits(
        Math.toIntExact(Math.min(settings.get(MAX_DOCUMENT), 1L << 30)),
        settings.get(MAX_TEXT),
        settings.get(MAX_UNPACKED),
        settings.get(MAX_RATIO));
  }
}
