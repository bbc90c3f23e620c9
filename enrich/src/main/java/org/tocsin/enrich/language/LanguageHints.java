package org.tocsin.enrich.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Token;
import org.tocsin.enrich.text.Tokens;

/**
 * Common words, parts of words and peculiar letters of languages, from {@code hints.tsv}: {@code
 * und} speaks for German, {@code ř} for Czech, {@code -sjon} for Norwegian beside Danish.
 */
final class LanguageHints {
  private static final double WORD = 0.5;
  private static final double LETTER = 0.35;
  private static final double TELLING = 1;
  private static final double PART = 0.6;
  private static final int LONGEST_PART = 10;

  private final Set<String> languages = new HashSet<>();
  private final Map<String, List<String>> words = new HashMap<>();
  private final Map<String, List<String>> telling = new HashMap<>();
  private final Map<Character, List<String>> letters = new HashMap<>();
  private final Map<String, List<String>> beginnings = new HashMap<>();
  private final Map<String, List<String>> endings = new HashMap<>();

  LanguageHints() {
    for (DataFile.Row row : DataFile.of(LanguageHints.class, "hints.tsv")) {
      String language = row.get("language");
      languages.add(language);
      learn(row, "words", words);
      learn(row, "telling", telling);
      learn(row, "beginnings", beginnings);
      learn(row, "endings", endings);
      for (char letter : row.get("letters").toCharArray()) {
        letters.computeIfAbsent(letter, key -> new ArrayList<>()).add(language);
      }
    }
  }

  private static void learn(DataFile.Row row, String column, Map<String, List<String>> languages) {
    for (String word : row.get(column).split(" ")) {
      if (!word.isEmpty()) {
        languages.computeIfAbsent(word, key -> new ArrayList<>()).add(row.get("language"));
      }
    }
  }

  /** The languages it knows. */
  Set<String> languages() {
    return Set.copyOf(languages);
  }

  /**
   * Evidence per language in logarithmic units, comparable with logarithms of probabilities. A word
   * or letter counts once however often it comes.
   */
  Map<String, Double> weigh(String text) {
    Map<String, Double> weights = new HashMap<>();
    Set<String> seen = new HashSet<>();
    Set<Character> seenLetters = new HashSet<>();
    Set<String> seenParts = new HashSet<>();
    for (Token token : Tokens.words(text)) {
      String word = token.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
      if (seen.add(word)) {
        add(weights, words.get(word), WORD);
        add(weights, telling.get(word), TELLING);
        addParts(weights, word, seenParts);
        word.chars().mapToObj(unit -> (char) unit).forEach(seenLetters::add);
      }
    }
    seenLetters.forEach(letter -> add(weights, letters.get(letter), LETTER));
    return weights;
  }

  /** Beginnings and endings of a word, which is longer than they are. */
  private void addParts(Map<String, Double> weights, String word, Set<String> seen) {
    for (int length = 2; length < word.length() && length <= LONGEST_PART; length++) {
      String beginning = word.substring(0, length);
      if (beginnings.containsKey(beginning) && seen.add(beginning + "-")) {
        add(weights, beginnings.get(beginning), PART);
      }
      String ending = word.substring(word.length() - length);
      if (endings.containsKey(ending) && seen.add("-" + ending)) {
        add(weights, endings.get(ending), PART);
      }
    }
  }

  private static void add(
      Map<String, Double> weights, @Nullable List<String> languages, double weight) {
    if (languages != null) {
      // What many languages share says little about each.
      double share = weight / Math.sqrt(languages.size());
      languages.forEach(language -> weights.merge(language, share, Double::sum));
    }
  }
}
