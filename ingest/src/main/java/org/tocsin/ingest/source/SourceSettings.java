package org.tocsin.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;

/**
 * One source as configured: {@code ingest.sources.herald.feed: https://herald.example/rss} with
 * {@code herald.every: 10m}.
 *
 * @param name becomes the articles' source
 * @param location the feed's or sitemap's address or the folder's path
 * @param fixed whether it is polled exactly so often; otherwise by its own rhythm
 * @param pages whether the pages behind short items are fetched
 */
public record SourceSettings(
    String name,
    Kind kind,
    String location,
    Duration every,
    boolean fixed,
    boolean pages,
    Lane lane) {
  /** The kinds of source. */
  public enum Kind {
    FEED,
    SITEMAP,
    FOLDER;

    /** The name in settings and on the wire. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Set<String> KEYS =
      Set.of("feed", "sitemap", "folder", "every", "pages", "lane");

  /**
   * All configured sources, by name.
   *
   * @throws OperatorException where one is not complete
   */
  public static List<SourceSettings> all(Settings settings) {
    Map<String, Map<String, String>> byName = new TreeMap<>();
    settings
        .under(IngestSettings.SOURCES)
        .forEach(
            (key, value) -> {
              int dot = key.lastIndexOf('.');
              String field = key.substring(dot + 1);
              if (dot < 1 || !KEYS.contains(field)) {
                throw fault(key, "is no setting of a source");
              }
              byName.computeIfAbsent(key.substring(0, dot), n -> new TreeMap<>()).put(field, value);
            });
    opml(settings).forEach((name, feed) -> byName.putIfAbsent(name, feed));
    List<SourceSettings> sources = new ArrayList<>();
    byName.forEach((name, fields) -> sources.add(of(name, fields, settings)));
    return sources;
  }

  /** The feeds of the configured OPML file; those of the same name in the settings count more. */
  private static Map<String, Map<String, String>> opml(Settings settings) {
    Map<String, Map<String, String>> feeds = new TreeMap<>();
    String file = settings.get(IngestSettings.OPML);
    if (!file.isBlank()) {
      try {
        Opml.read(Files.readAllBytes(Path.of(file)))
            .forEach((name, address) -> feeds.put(name, Map.of("feed", address)));
      } catch (IOException e) {
        throw new OperatorException(
            "setting " + IngestSettings.OPML.key() + ": " + file + " cannot be read: " + e,
            IngestSettings.OPML.doc(),
            e);
      }
    }
    return feeds;
  }

  private static SourceSettings of(String name, Map<String, String> fields, Settings settings) {
    List<Kind> kinds =
        Arrays.stream(Kind.values())
            .filter(k -> !fields.getOrDefault(k.label(), "").isBlank())
            .toList();
    if (kinds.size() != 1) {
      throw fault(name, "needs either a feed or a folder or a sitemap");
    }
    Kind kind = kinds.get(0);
    return new SourceSettings(
        name,
        kind,
        String.valueOf(fields.get(kind.label())),
        every(name, fields.get("every"), settings),
        fields.containsKey("every") || kind == Kind.FOLDER,
        pages(name, fields.getOrDefault("pages", "").strip(), settings),
        lane(name, fields.getOrDefault("lane", Lane.LIVE.label())));
  }

  private static Duration every(String name, @Nullable String written, Settings settings) {
    if (written == null) {
      return settings.get(IngestSettings.EVERY);
    }
    String key = "source.every";
    Duration every =
        Settings.of(Map.of(key, written))
            .get(Setting.duration(key, "5m", "How often source " + name + " is polled."));
    if (every.isZero()) {
      throw fault(name + ".every", "is zero");
    }
    return every;
  }

  private static boolean pages(String name, String written, Settings settings) {
    return switch (written) {
      case "" -> settings.get(IngestSettings.PAGES);
      case "true" -> true;
      case "false" -> false;
      default -> throw fault(name + ".pages", "'" + written + "' is neither true nor false");
    };
  }

  private static Lane lane(String name, String label) {
    try {
      return Lane.parse(label);
    } catch (IllegalArgumentException e) {
      throw fault(name + ".lane", String.valueOf(e.getMessage()));
    }
  }

  private static OperatorException fault(String key, String what) {
    return new OperatorException(
        "setting " + IngestSettings.SOURCES.key() + "." + key + ": " + what,
        IngestSettings.SOURCES.doc());
  }
}
