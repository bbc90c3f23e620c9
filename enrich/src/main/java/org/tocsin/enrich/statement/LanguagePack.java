package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.Sections;

/**
 * What the engine must know of a language: reporting verbs, pronouns, titles, function words. One
 * file per language lies beside this class; the engine is the same for all.
 */
final class LanguagePack {
  private final Map<String, Verb> verbs = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, List<List<String>>> sourcesByFirst = new HashMap<>();
  private final Set<String> functions = new HashSet<>();
  private final List<String> rawVerbs = new ArrayList<>();
  private final List<String> rawStrip = new ArrayList<>();

  private static final List<String> FUNCTIONS =
      List.of(
          "times",
          "conjunctions",
          "prepositions",
          "adverbs",
          "subordinators",
          "relatives",
          "finites",
          "questions",
          "negations",
          "he",
          "she",
          "they",
          "it",
          "first");

  private LanguagePack(Sections sections) {
    for (String name : sections.names()) {
      Set<String> set = new HashSet<>();
      sections.words(name).forEach(word -> set.add(Folding.fold(word)));
      words.put(name, set);
    }
    for (String name : FUNCTIONS) {
      functions.addAll(words.getOrDefault(name, Set.of()));
    }
    functions.removeAll(words.getOrDefault("particles", Set.of()));
    sections.lines("verbs").forEach(this::verbs);
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
  private void verbs(String line) {
    int colon = line.indexOf(':');
    Set<String> takes = Set.of(line.substring(0, colon).strip().split("\\s+"));
    String[] forms = line.substring(colon + 1).split("\\|", 2);
    for (String form : forms[0].strip().split("\\s+")) {
      rawVerbs.add(form);
      verbs.put(Folding.fold(form), new Verb(takes, false));
    }
    if (forms.length > 1) {
      for (String form : forms[1].strip().split("\\s+")) {
        verbs.put(Folding.fold(form), new Verb(takes, true));
      }
    }
  }

  /** The reporting verb of a form, folded. */
  @Nullable Verb verb(String folded) {
    return verbs.get(folded);
  }

  /** Whether a folded word stands in a section. */
  boolean in(String section, String folded) {
    Set<String> set = words.get(section);
    return set != null && !folded.isEmpty() && set.contains(folded);
  }

  boolean option(String name) {
    return in("options", name);
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

  /** Words that no name holds, whatever their first letter. */
  boolean function(String folded) {
    return functions.contains(folded);
  }

  boolean pronoun(String folded) {
    return in("he", folded) || in("she", folded) || in("they", folded) || in("it", folded);
  }
}
