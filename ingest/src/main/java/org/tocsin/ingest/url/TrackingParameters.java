package org.tocsin.ingest.url;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.tocsin.ingest.lists.WordList;

/**
 * The query parameters that say where a reader came from and nothing about the article, for example
 * {@code utm_source} and {@code fbclid}. The names are data: {@code tracking-parameters.txt}.
 */
final class TrackingParameters {
  private final Set<String> names = new HashSet<>();
  private final Set<String> prefixes = new HashSet<>();

  private TrackingParameters(Iterable<String> lines) {
    for (String line : lines) {
      if (line.endsWith("*")) {
        prefixes.add(line.substring(0, line.length() - 1));
      } else {
        names.add(line);
      }
    }
  }

  static TrackingParameters bundled() {
    return new TrackingParameters(WordList.read("tracking-parameters.txt"));
  }

  /** Whether a parameter, given as {@code name=value} or {@code name}, is only for tracking. */
  boolean tracks(String parameter) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    return names.contains(name) || prefixes.stream().anyMatch(name::startsWith);
  }
}
