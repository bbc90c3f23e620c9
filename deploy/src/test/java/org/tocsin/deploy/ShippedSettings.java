package org.tocsin.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.service.Setting;

/** Writes the shipped settings file from what the code declares. */
final class ShippedSettings {
  /** Settings that the shipped file sets, so that 'up' does something to look at. */
  static final Map<String, String> DIFFERENT =
      Map.of(
          "alert.watches.file",
          "deploy/config/watches.yaml",
          "alert.notifiers.file",
          "deploy/config/notifiers.yaml");

  private static final int WIDTH = 110;
  private static final String HEADER =
      """
      # Every setting of Tocsin with its default, generated from the code and kept true by a test. All but two are
      # commented out: take the # away to change one. Keys may also be nested, and each can be set in the environment
      # (TOCSIN_KAFKA_BOOTSTRAP_SERVERS for kafka.bootstrap.servers) or for one run (--set key=value); the later wins.
      #
      #   deploy/tocsin up --config deploy/config/tocsin.yaml
      #
      # Sources are named by you:
      #
      #   ingest.sources:
      #     harbour: {feed: "https://www.harbour-wire.example/rss.xml", every: 5m}
      #     drop-folder: {folder: /srv/tocsin/in}
      """;

  private ShippedSettings() {}

  static String text() {
    StringBuilder text = new StringBuilder(HEADER);
    for (Setting<?> setting : DeploySettings.everything()) {
      text.append('\n');
      wrap(setting.doc() + " (" + setting.unit() + ")")
          .forEach(line -> text.append("# ").append(line).append('\n'));
      String different = DIFFERENT.get(setting.key());
      if (different != null) {
        text.append(setting.key()).append(": ").append(different).append('\n');
      } else {
        text.append("#").append(setting.key()).append(": ").append(written(setting)).append('\n');
      }
    }
    return text.toString();
  }

  private static String written(Setting<?> setting) {
    if (setting.unit().equals("keys below")) {
      return "{}";
    }
    return setting.fallback().isEmpty() ? "\"\"" : setting.fallback();
  }

  private static List<String> wrap(String doc) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : doc.split(" ")) {
      if (line.length() + word.length() >= WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
