package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.Sections;

/**
 * What the engine must know of a language: reporting verbs, pronouns, titles, function words. One
 * file per language lies beside this class; the engine is the same for all.
 */
final class LanguagePack {
  private static final List<WordClass> FUNCTIONS =
      List.of(
          WordClass.TIMES,
          WordClass.CONJUNCTIONS,
          WordClass.PREPOSITIONS,
          WordClass.ADVERBS,
          WordClass.SUBORDINATORS,
          WordClass.RELATIVES,
          WordClass.FINITES,
          WordClass.QUESTIONS,
          WordClass.NEGATIONS,
          WordClass.HE,
          WordClass.SHE,
          WordClass.THEY,
          WordClass.IT,
          WordClass.FIRST);

  private final Map<String, Lexeme> lexemes = new HashMap<>();
  private final Set<Option> options = EnumSet.noneOf(Option.class);
  private final Map<String, List<List<String>>> sourcesByFirst = new HashMap<>();
  private final List<String> rawVerbs = new ArrayList<>();
  private final List<String> rawStrip = new ArrayList<>();

  private LanguagePack(Sections sections) {
    for (String name : sections.words("options")) {
      options.add(Option.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    Map<WordClass, Set<String>> words = new EnumMap<>(WordClass.class);
    for (WordClass wordClass : WordClass.values()) {
      Set<String> set = new HashSet<>();
      sections.words(wordClass.section()).forEach(word -> set.add(Folding.fold(word)));
      words.put(wordClass, set);
    }
    Map<String, Verb> verbs = new HashMap<>();
    sections.lines("verbs").forEach(line -> readVerbs(line, verbs));
    know(words, verbs);
    for (String line : sections.lines("sources")) {
      List<String> phrase = new ArrayList<>();
      List.of(line.split("\\s+")).forEach(word -> phrase.add(Folding.fold(word)));
      sourcesByFirst.computeIfAbsent(phrase.get(0), any -> new ArrayList<>()).add(phrase);
    }
    rawStrip.addAll(sections.lines("strip"));
  }

  /** Reads the pack of a language that lies beside this class. */
  static LanguagePack read(String language) {
    return new LanguagePack(Sections.resource(LanguagePack.class, language + ".txt"));
  }

  /** {@code zero that obj : tell tells told | telling}. */
  private void readVerbs(String line, Map<String, Verb> verbs) {
    int colon = line.indexOf(':');
    EnumSet<Frame> takes = EnumSet.noneOf(Frame.class);
    for (String frame : Sections.parted(line.substring(0, colon))) {
      takes.add(Frame.valueOf(frame.toUpperCase(Locale.ROOT)));
    }
    String[] forms = line.substring(colon + 1).split("\\|", 2);
    for (String form : Sections.parted(forms[0])) {
      rawVerbs.add(form);
      verbs.put(Folding.fold(form), new Verb(takes, false));
    }
    if (forms.length > 1) {
      for (String form : Sections.parted(forms[1])) {
        verbs.put(Folding.fold(form), new Verb(takes, true));
      }
    }
  }

  private void know(Map<WordClass, Set<String>> words, Map<String, Verb> verbs) {
    Map<String, Long> bits = new HashMap<>();
    words.forEach(
        (wordClass, set) ->
            set.forEach(word -> bits.merge(word, wordClass.bit(), (a, b) -> a | b)));
    verbs.keySet().forEach(word -> bits.putIfAbsent(word, 0L));
    long functions = 0;
    for (WordClass wordClass : FUNCTIONS) {
      functions |= wordClass.bit();
    }
    for (Map.Entry<String, Long> entry : bits.entrySet()) {
      long classes = entry.getValue();
      boolean function =
          (classes & functions) != 0 && (classes & WordClass.PARTICLES.bit()) == 0;
      lexemes.put(entry.getKey(), new Lexeme(classes, function, verbs.get(entry.getKey())));
    }
  }

  /** What is known of a folded word. */
  Lexeme lexeme(String folded) {
    return lexemes.getOrDefault(folded, Lexeme.UNKNOWN);
  }

  /** Whether a folded word stands in a section. */
  boolean in(WordClass wordClass, String folded) {
    return lexeme(folded).in(wordClass);
  }

  boolean option(Option option) {
    return options.contains(option);
  }

  /** Phrases before a source that begin with a word: {@code according to}. */
  List<List<String>> sources(String first) {
    return sourcesByFirst.getOrDefault(first, List.of());
  }

  /** Verb forms as written, for scripts without spaces. */
  List<String> rawVerbs() {
    return rawVerbs;
  }

  /** Words to take off the front of a speaker, for scripts without spaces. */
  List<String> strip() {
    return rawStrip;
  }
}
