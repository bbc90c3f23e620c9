package org.tocsin.ingest.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * @param location the feed's address or the folder's path
 */
public record SourceSettings(String name, Kind kind, String location, Duration every, Lane lane) {
  /** The kinds of source. */
  public enum Kind {
    FEED,
    FOLDER
  }

  private static final Set<String> KEYS = Set.of("feed", "folder", "every", "lane");

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
    List<SourceSettings> sources = new ArrayList<>();
    byName.forEach((name, fields) -> sources.add(of(name, fields, settings)));
    return sources;
  }

  private static SourceSettings of(String name, Map<String, String> fields, Settings settings) {
    String feed = fields.getOrDefault("feed", "");
    String folder = fields.getOrDefault("folder", "");
    if (feed.isBlank() == folder.isBlank()) {
      throw fault(name, "needs either a feed or a folder");
    }
    return new SourceSettings(
        name,
        feed.isBlank() ? Kind.FOLDER : Kind.FEED,
        feed.isBlank() ? folder : feed,
        every(name, fields.get("every"), settings),
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
