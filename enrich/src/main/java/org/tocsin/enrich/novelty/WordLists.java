package org.tocsin.enrich.novelty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code words.txt} and {@code topics.txt} into a {@link WordList} for each language. */
final class WordLists {
  private final Map<String, WordList> languages = new HashMap<>();
  private final Map<String, Integer> topics = new HashMap<>();

  private WordLists() {}

  /** The lists that ship with this module, by language. */
  static Map<String, WordList> read() {
    WordLists lists = new WordLists();
    for (List<String> line : lines("words.txt")) {
      lists.of(line).add(line.get(1), line.subList(2, line.size()));
    }
    for (List<String> line : lines("topics.txt")) {
      lists.of(line).addTopic(lists.topic(line.get(1)), line.subList(2, line.size()));
    }
    return lists.languages;
  }

  private WordList of(List<String> line) {
    return languages.computeIfAbsent(line.get(0), language -> new WordList());
  }

  private int topic(String name) {
    int topic = topics.computeIfAbsent(name, n -> topics.size() + 1);
    if (topic > Term.MOST_TOPICS) {
      throw new IllegalStateException("more than " + Term.MOST_TOPICS + " topics: " + name);
    }
    return topic;
  }

  private static List<List<String>> lines(String resource) {
    try (InputStream in =
            Objects.requireNonNull(WordLists.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\\s+")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
