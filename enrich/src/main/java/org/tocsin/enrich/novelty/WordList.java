package org.tocsin.enrich.novelty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The word list {@code words.txt}: what kind of word a word is, by language. */
final class WordList {
  private static final WordList STANDARD = read("words.txt");

  private final Map<String, Map<String, Entry>> languages = new HashMap<>();

  /**
   * A listed word.
   *
   * @param canonical what it counts as: {@code 3} for {@code three}
   */
  record Entry(WordClass kind, String canonical) {}

  /** The list that ships with this module. */
  static WordList standard() {
    return STANDARD;
  }

  /** Looks a lower-case word up; null where it is an ordinary one. */
  @Nullable Entry find(String language, String word) {
    return languages.getOrDefault(language, Map.of()).get(word);
  }

  private static WordList read(String resource) {
    WordList list = new WordList();
    try (InputStream in =
            Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(list::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }

  private void add(String line) {
    String[] parts = line.split("\\s+");
    WordClass kind =
        parts[1].equals("same")
            ? WordClass.CONTENT
            : WordClass.valueOf(parts[1].toUpperCase(Locale.ROOT));
    Map<String, Entry> words = languages.computeIfAbsent(parts[0], l -> new HashMap<>());
    for (int i = 2; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      String word = equals < 0 ? parts[i] : parts[i].substring(0, equals);
      String canonical = equals < 0 ? parts[i] : parts[i].substring(equals + 1);
      words.put(word, new Entry(kind, canonical));
    }
  }
}
