package org.tocsin.enrich.statement;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a language pack knows of a word, looked up once: {@code said} is a verb of saying,
 * {@code on} a preposition that also links.
 */
final class Lexeme {
  private static final Set<WordClass> PRONOUNS =
      EnumSet.of(WordClass.HE, WordClass.SHE, WordClass.THEY, WordClass.IT);
  private static final Set<WordClass> FUNCTIONS =
      EnumSet.of(
          WordClass.TIMES,
          WordClass.CONJUNCTIONS,
          WordClass.PREPOSITIONS,
          WordClass.ADVERBS,
          WordClass.SUBORDINATORS,
          WordClass.RELATIVES,
          WordClass.FINITES,
          WordClass.QUESTIONS,
          WordClass.NEGATIONS,
          WordClass.CONTRACTED,
          WordClass.HE,
          WordClass.SHE,
          WordClass.THEY,
          WordClass.IT,
          WordClass.FIRST);

  private static final Set<WordClass> CUES =
      EnumSet.of(
          WordClass.CUE_NOUNS,
          WordClass.TOPIC_NOUNS,
          WordClass.HEARSAY,
          WordClass.SEEMINGS,
          WordClass.ASKED);

  /** A word that no section holds. */
  static final Lexeme UNKNOWN = new Lexeme(EnumSet.noneOf(WordClass.class), null, false, false);

  /** A bit for each class. */
  private final long low;

  private final long high;
  private final Set<WordClass> classes;
  private final @Nullable Verb verb;
  private final boolean pronoun;
  private final boolean function;
  private final boolean source;
  private final boolean cue;

  /**
   * @param source whether a phrase before a source begins with it: {@code according to}
   * @param smallTimes whether days and months have small letters, so that a capital makes a name
   */
  Lexeme(Set<WordClass> classes, @Nullable Verb verb, boolean source, boolean smallTimes) {
    this.classes = Set.copyOf(classes);
    long[] bits = new long[2];
    for (WordClass each : classes) {
      bits[place(each) / Long.SIZE] |= 1L << place(each);
    }
    this.low = bits[0];
    this.high = bits[1];
    this.verb = verb;
    this.source = source;
    this.cue = verb != null || source || anyOf(CUES);
    this.pronoun = anyOf(PRONOUNS);
    Set<WordClass> functions = EnumSet.copyOf(FUNCTIONS);
    if (smallTimes) {
      functions.remove(WordClass.TIMES);
    }
    this.function = anyOf(functions) && !classes.contains(WordClass.PARTICLES);
  }

  /** The same word in one class more. */
  Lexeme with(WordClass other) {
    EnumSet<WordClass> more = EnumSet.of(other);
    more.addAll(classes);
    return new Lexeme(more, verb, source, false);
  }

  private boolean anyOf(Set<WordClass> others) {
    return others.stream().anyMatch(classes::contains);
  }

  boolean in(WordClass wordClass) {
    int bit = place(wordClass);
    return ((bit < Long.SIZE ? low : high) >>> bit & 1) != 0;
  }

  /** A bit's place lives as long as the program does and is stored nowhere. */
  @SuppressWarnings("EnumOrdinal")
  private static int place(WordClass wordClass) {
    return wordClass.ordinal();
  }

  @Nullable Verb verb() {
    return verb;
  }

  /** Whether a phrase before a source may begin with it. */
  boolean source() {
    return source;
  }

  /** Whether it may attribute something by itself. */
  boolean cue() {
    return cue;
  }

  boolean pronoun() {
    return pronoun;
  }

  /** Whether no name holds it, whatever its first letter. */
  boolean function() {
    return function;
  }
}
