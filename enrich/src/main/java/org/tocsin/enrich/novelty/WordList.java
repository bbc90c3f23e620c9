package org.tocsin.enrich.novelty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What kind of word a word is, in one language, as the word lists have it. */
final class WordList {
  private static final Map<String, WordList> LANGUAGES = WordLists.read();
  private static final WordList NONE = new WordList();
  private static final Set<Integer> UNITS =
      LANGUAGES.values().stream().flatMap(l -> l.units.stream()).collect(Collectors.toSet());

  private final Map<String, Entry> words = new HashMap<>();
  private final Map<String, Integer> scales = new HashMap<>();
  private final Map<String, Integer> topics = new HashMap<>();
  private final Map<String, String> same = new HashMap<>();
  private final Map<String, String> heads = new HashMap<>();
  private final Map<String, Side> sides = new HashMap<>();
  private final Map<String, String> idioms = new HashMap<>();
  private final Set<String> options = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<Integer> units = new HashSet<>();

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

  /**
   * The language whose little words a text has most of: those without content, negations and
   * modals. Where there are none, the one its letters are most used for.
   */
  static String guess(List<String> words) {
    String best = words.isEmpty() ? "en" : byLetters(words.get(0));
    long most = 0;
    for (String language : List.of("en", "de", "fr", "es", "ru", "ar", "zh")) {
      Map<String, Entry> list = of(language).words;
      long hits = words.stream().filter(w -> isLittle(list.get(w))).count();
      if (hits > most) {
        best = language;
        most = hits;
      }
    }
    return best;
  }

  private static String byLetters(String word) {
    return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
      case CYRILLIC -> "ru";
      case ARABIC -> "ar";
      case HAN -> "zh";
      default -> "en";
    };
  }

  private static boolean isLittle(@Nullable Entry entry) {
    return entry != null
        && (entry.kind == WordClass.FUNCTION
            || entry.kind == WordClass.NEGATION
            || entry.kind == WordClass.MODAL);
  }

  /**
   * Whether a negation close behind another one is part of it: {@code ne … pas}, {@code no … nada}.
   */
  boolean doublesNegation() {
    return options.contains("negative-concord");
  }

  /** Whether numbers may be written 2.000 and 3,5. */
  boolean swapsMarks() {
    return options.contains("marks-swapped");
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

  /** The number of the topic a word belongs to; 0 where it belongs to none. */
  int topic(String stem) {
    return topics.getOrDefault(stem, 0);
  }

  /** Which of two opposites a word is; null for other words. */
  @Nullable Side side(String stem) {
    return sides.get(stem);
  }

  /** Whether a word that a capital opens is a name even where every word there has one. */
  boolean isName(String word) {
    return names.contains(word);
  }

  /** Whether a term of any language is a unit that numbers count: days, dollars, miles. */
  static boolean isUnit(int term) {
    return UNITS.contains(Term.family(term));
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

  /** Adds a line of {@code words.txt}: a class and its words. */
  void add(String kind, List<String> entries) {
    switch (kind) {
      case "same" -> entries.forEach(e -> same.putIfAbsent(word(e), value(e)));
      case "scale" -> entries.forEach(e -> scales.put(word(e), Integer.valueOf(value(e))));
      case "idiom" -> entries.forEach(e -> idioms.put(word(e), value(e)));
      case "option" -> options.addAll(entries);
      case "name" -> names.addAll(entries);
      case "unit" -> entries.forEach(this::addUnit);
      case "alike" -> entries.forEach(e -> heads.putIfAbsent(stem(e), stem(entries.get(0))));
      case "opposite" -> {
        String pair = entries.get(0) + "|" + entries.get(1);
        oppose(pair, true, entries.get(0));
        oppose(pair, false, entries.get(1));
      }
      default -> entries.forEach(e -> words.putIfAbsent(word(e), entry(kind, value(e))));
    }
  }

  /** Adds a line of {@code topics.txt}. */
  void addTopic(int topic, List<String> entries) {
    entries.forEach(e -> topics.putIfAbsent(stem(e), topic));
  }

  private void oppose(String pair, boolean left, String group) {
    Arrays.stream(group.split("/"))
        .forEach(word -> sides.putIfAbsent(stem(word), new Side(pair, left)));
  }

  private void addUnit(String word) {
    String stem = stem(word);
    units.add(family(word));
    units.add(family(Objects.requireNonNullElse(head(stem), Stem.root(stem))));
  }

  private static int family(String name) {
    return Term.family(Term.word(WordClass.CONTENT, Term.EMPTY, 0, name, name));
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
