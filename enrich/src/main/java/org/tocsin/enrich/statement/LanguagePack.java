package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
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
  private final Map<String, Lexeme> lexemes = new HashMap<>();
  private final Set<Option> options = EnumSet.noneOf(Option.class);
  private final Map<String, List<List<String>>> sourcesByFirst = new HashMap<>();
  private final List<String> rawVerbs = new ArrayList<>();
  private final List<String> rawStrip = new ArrayList<>();

  private LanguagePack(Sections sections) {
    for (String name : sections.words("options")) {
      options.add(Option.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    Map<String, Set<WordClass>> words = new HashMap<>();
    for (WordClass wordClass : WordClass.values()) {
      for (String word : sections.words(wordClass.section())) {
        words
            .computeIfAbsent(Folding.fold(word), any -> EnumSet.noneOf(WordClass.class))
            .add(wordClass);
      }
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

  private void know(Map<String, Set<WordClass>> words, Map<String, Verb> verbs) {
    verbs.keySet().forEach(word -> words.putIfAbsent(word, Set.of()));
    words.forEach((word, classes) -> lexemes.put(word, new Lexeme(classes, verbs.get(word))));
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
