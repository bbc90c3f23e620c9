package org.tocsin.enrich.novelty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The word list {@code words.txt}: what kind of word a word is, by language. */
final class WordList {
  private static final Map<String, WordList> LANGUAGES = read("words.txt");
  private static final WordList NONE = new WordList();

  private final Map<String, Entry> words = new HashMap<>();
  private final Map<String, Integer> scales = new HashMap<>();
  private final Map<String, Integer> topics = new HashMap<>();
  private final Map<String, String> same = new HashMap<>();
  private final Map<String, String> heads = new HashMap<>();
  private final Map<String, Side> sides = new HashMap<>();
  private final Map<String, String> idioms = new HashMap<>();

  /**
   * A listed word.
   *
   * @param value what it counts as: {@code 3} for {@code three}
   */
  record Entry(WordClass kind, int band, String value) {}

  /**
   * One of two opposites.
   *
   * @param pair names the two
   * @param left which one
   */
  record Side(String pair, boolean left) {}

  /** The list of a language; an empty one where there is none. */
  static WordList of(String language) {
    return LANGUAGES.getOrDefault(language, NONE);
  }

  /** The language whose function words a text has most of; English where there are none. */
  static String guess(List<String> words) {
    String best = "en";
    long most = 0;
    for (String language : List.of("en", "de", "fr", "es", "ru", "ar", "zh")) {
      Map<String, Entry> list = of(language).words;
      long hits = words.stream().filter(w -> isFunction(list.get(w))).count();
      if (hits > most) {
        best = language;
        most = hits;
      }
    }
    return best;
  }

  private static boolean isFunction(@Nullable Entry entry) {
    return entry != null && entry.kind == WordClass.FUNCTION;
  }

  /** Looks a lower-case word up; null where it is an ordinary one. */
  @Nullable Entry find(String word) {
    return words.get(word);
  }

  /** The spelling a word counts as. */
  String same(String word) {
    return same.getOrDefault(word, word);
  }

  /** The word that stands for a group of like meaning; null where it is in none. */
  @Nullable String head(String stem) {
    return heads.get(stem);
  }

  int topic(String stem) {
    return topics.getOrDefault(stem, 0);
  }

  static {
    try (java.io.BufferedReader r = new java.io.BufferedReader(new java.io.InputStreamReader(WordList.class.getResourceAsStream("topics.txt")))) {
      Map<String,Integer> n = new HashMap<>();
      for (String l = r.readLine(); l != null; l = r.readLine()) {
        if (l.isBlank() || l.startsWith("#")) continue;
        String[] p = l.split("\\s+");
        int k = n.computeIfAbsent(p[1], x -> n.size() + 1);
        WordList w = of(p[0]);
        for (int i = 2; i < p.length; i++) w.topics.putIfAbsent(w.stem(p[i]), k);
      }
      if (n.size() > 63) throw new IllegalStateException("" + n.size());
    } catch (IOException e) { throw new UncheckedIOException(e); }
  }

  /** Which of two opposites a word is; null for other words. */
  @Nullable Side side(String stem) {
    return sides.get(stem);
  }

  /** Zeros that a word puts behind the number before it; null for other words. */
  @Nullable Integer scale(String word) {
    return scales.get(word);
  }

  /** The value of a number word and its zeros in one word, {@code zweitausend}; null for others. */
  @Nullable String compound(String word) {
    for (Map.Entry<String, Integer> scale : scales.entrySet()) {
      if (word.length() > scale.getKey().length() && word.endsWith(scale.getKey())) {
        Entry first = words.get(word.substring(0, word.length() - scale.getKey().length()));
        if (first != null && first.kind == WordClass.NUMBER) {
          return Figures.scaled(first.value, scale.getValue());
        }
      }
    }
    return null;
  }

  /** What two words count as together; null where each stands for itself. */
  @Nullable String idiom(String first, String second) {
    return idioms.get(first + "_" + second);
  }

  private static Map<String, WordList> read(String resource) {
    Map<String, WordList> lists = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\\s+")))
          .forEach(line -> lists.computeIfAbsent(line.get(0), l -> new WordList()).add(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists;
  }

  private void add(List<String> line) {
    List<String> entries = line.subList(2, line.size());
    switch (line.get(1)) {
      case "same" -> entries.forEach(e -> same.putIfAbsent(word(e), value(e)));
      case "scale" -> entries.forEach(e -> scales.put(word(e), Integer.valueOf(value(e))));
      case "idiom" -> entries.forEach(e -> idioms.put(word(e), value(e)));
      case "alike" -> entries.forEach(e -> heads.putIfAbsent(stem(e), stem(entries.get(0))));
      case "opposite" -> {
        String pair = entries.get(0) + "|" + entries.get(1);
        oppose(pair, true, entries.get(0));
        oppose(pair, false, entries.get(1));
      }
      default -> entries.forEach(e -> words.putIfAbsent(word(e), entry(line.get(1), value(e))));
    }
  }

  private void oppose(String pair, boolean left, String group) {
    Arrays.stream(group.split("/"))
        .forEach(word -> sides.putIfAbsent(stem(word), new Side(pair, left)));
  }

  private static Entry entry(String name, String value) {
    return switch (name) {
      case "common" -> new Entry(WordClass.CONTENT, Term.COMMON, value);
      case "usual" -> new Entry(WordClass.CONTENT, Term.PLAIN, value);
      case "number" -> new Entry(WordClass.NUMBER, Term.TELLING, value);
      case "calendar" -> new Entry(WordClass.CALENDAR, Term.COMMON, value);
      case "negation" -> new Entry(WordClass.NEGATION, Term.COMMON, "not");
      default -> new Entry(WordClass.valueOf(name.toUpperCase(Locale.ROOT)), Term.EMPTY, value);
    };
  }

  private String stem(String word) {
    return Stem.of(same(word));
  }

  private static String word(String entry) {
    int equals = entry.indexOf('=');
    return equals < 0 ? entry : entry.substring(0, equals);
  }

  private static String value(String entry) {
    return entry.substring(entry.indexOf('=') + 1);
  }
}
