package org.tocsin.enrich.statement;

import java.util.ArrayList;
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
  private final Map<String, Lexeme> lexemes = new HashMap<>();
  private int options;
  private final Map<String, List<List<String>>> sourcesByFirst = new HashMap<>();
  private final List<String> rawVerbs = new ArrayList<>();
  private final Map<String, List<String>> raw = new HashMap<>();
  private final Map<String, Set<String>> affixes = new HashMap<>();
  private final Vocabulary vocabulary = new Vocabulary(this);

  /** Sections whose lines are needed as written. */
  private static final List<String> RAW =
      List.of(
          "strip",
          "cutters",
          "inner-cues",
          "judges",
          "titles",
          "nameless",
          "sources",
          "genitive-first",
          "genitive-last");

  /** Sections of what words begin or end with. */
  private static final List<String> AFFIXES =
      List.of(
          "adverb-endings",
          "surname-endings",
          "patronymic-endings",
          "elisions",
          "definite-prefixes");

  private LanguagePack(Sections sections) {
    for (String name : sections.words("options")) {
      options |= Option.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')).bit();
    }
    Map<String, WordClasses> words = new HashMap<>();
    for (WordClass wordClass : WordClass.all()) {
      for (String word : sections.words(wordClass.section())) {
        words.merge(Folding.fold(word), WordClasses.of(wordClass), WordClasses::or);
      }
    }
    Map<String, Verb> verbs = new HashMap<>();
    sections.lines("verbs").forEach(line -> readVerbs(line, verbs));
    for (String line : sections.lines("sources")) {
      List<String> phrase = new ArrayList<>();
      List.of(line.split("\\s+")).forEach(word -> phrase.add(Folding.fold(word)));
      sourcesByFirst.computeIfAbsent(phrase.get(0), any -> new ArrayList<>()).add(phrase);
    }
    for (String name : RAW) {
      raw.put(name, List.copyOf(sections.lines(name)));
    }
    for (String name : AFFIXES) {
      Set<String> folded = new HashSet<>();
      sections.words(name).forEach(affix -> folded.add(Folding.fold(affix)));
      affixes.put(name, folded);
    }
    sections.lines("clitics").forEach(line -> clitic(line, words, verbs));
    sections.words("proclitics").forEach(head -> proclitic(head, verbs));
    know(words, verbs);
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

  /** {@code he : -t-il}: what hangs on a verb makes a word of its own, a pronoun and a verb. */
  private void clitic(String line, Map<String, WordClasses> words, Map<String, Verb> verbs) {
    int colon = line.indexOf(':');
    WordClasses pronoun = WordClasses.of(WordClass.named(line.substring(0, colon).strip()));
    for (String form : rawVerbs) {
      Verb verb = verbs.get(Folding.fold(form));
      for (String tail : Sections.parted(line.substring(colon + 1))) {
        if (verb != null) {
          String word = Folding.fold(form + tail);
          verbs.put(word, verb);
          words.merge(word, pronoun, WordClasses::or);
        }
      }
    }
  }

  /** {@code و}: a conjunction written as one word with the verb or source behind it. */
  private void proclitic(String head, Map<String, Verb> verbs) {
    for (String form : rawVerbs) {
      Verb verb = verbs.get(Folding.fold(form));
      if (verb != null) {
        verbs.put(Folding.fold(head + form), verb);
      }
    }
    for (List<List<String>> phrases : List.copyOf(sourcesByFirst.values())) {
      for (List<String> phrase : List.copyOf(phrases)) {
        List<String> joined = new ArrayList<>(phrase);
        joined.set(0, Folding.fold(head + phrase.get(0)));
        sourcesByFirst.computeIfAbsent(joined.get(0), any -> new ArrayList<>()).add(joined);
      }
    }
  }

  private void know(Map<String, WordClasses> words, Map<String, Verb> verbs) {
    verbs.keySet().forEach(word -> words.putIfAbsent(word, WordClasses.NONE));
    sourcesByFirst.keySet().forEach(word -> words.putIfAbsent(word, WordClasses.NONE));
    boolean small = option(Option.LOWER_TIMES);
    words.forEach(
        (word, classes) ->
            lexemes.put(
                word,
                new Lexeme(classes, verbs.get(word), sourcesByFirst.containsKey(word), small)));
  }

  /** Words of the language with what is known of them. */
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What is known of a folded word. */
  Lexeme lexeme(String folded) {
    Lexeme known = lexemes.getOrDefault(folded, Lexeme.UNKNOWN);
    boolean compound = option(Option.NOUN_CAPITALS) && compound(folded);
    return compound ? known.with(WordClass.TITLES) : known;
  }

  /** {@code Verkehrsministerin} ends in a title. */
  private boolean compound(String folded) {
    for (int at = 3; at + 4 <= folded.length(); at++) {
      Lexeme end = lexemes.get(folded.substring(at));
      if (end != null && end.in(WordClass.TITLES)) {
        return true;
      }
    }
    return false;
  }

  /** {@code finalmente}: an adverb by its ending. */
  boolean adverb(String folded) {
    return folded.length() > 6 && ends("adverb-endings", folded);
  }

  /** Whether a word ends as surnames do, where other words behind a role do not. */
  boolean surname(String folded) {
    return ends("surname-endings", folded);
  }

  /** {@code Иванович} between a given name and a surname. */
  boolean patronymic(String folded) {
    return ends("patronymic-endings", folded);
  }

  private boolean ends(String section, String folded) {
    for (String tail : affixes.getOrDefault(section, Set.of())) {
      if (folded.endsWith(tail)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a folded word begins with an entry of a section and goes on. */
  boolean startsWith(String section, String folded) {
    for (String head : affixes.getOrDefault(section, Set.of())) {
      if (folded.length() > head.length() + 1 && folded.startsWith(head)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a folded word stands in a section. */
  boolean in(WordClass wordClass, String folded) {
    return lexeme(folded).in(wordClass);
  }

  boolean option(Option option) {
    return (options & option.bit()) != 0;
  }

  /** Phrases before a source that begin with a word: {@code according to}. */
  List<List<String>> sources(String first) {
    return sourcesByFirst.getOrDefault(first, List.of());
  }

  /** Verb forms as written, for scripts without spaces. */
  List<String> rawVerbs() {
    return rawVerbs;
  }

  /** Entries of a section as written, in their order. */
  List<String> raw(String section) {
    return raw.getOrDefault(section, List.of());
  }
}
