package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * All that a language pack knows of a word, looked up once: {@code said} is a verb of saying,
 * {@code on} a preposition that also links.
 */
final class Lexeme {
  private static final WordClasses PRONOUNS =
      WordClasses.of(WordClass.HE, WordClass.SHE, WordClass.THEY, WordClass.IT);
  private static final WordClasses FUNCTIONS =
      PRONOUNS.or(
          WordClasses.of(
              WordClass.CONJUNCTIONS,
              WordClass.PREPOSITIONS,
              WordClass.ADVERBS,
              WordClass.SUBORDINATORS,
              WordClass.RELATIVES,
              WordClass.FINITES,
              WordClass.QUESTIONS,
              WordClass.NEGATIONS,
              WordClass.CONTRACTED,
              WordClass.FIRST));

  private static final WordClasses CUES =
      WordClasses.of(
          WordClass.CUE_NOUNS,
          WordClass.TOPIC_NOUNS,
          WordClass.HEARSAY,
          WordClass.SEEMINGS,
          WordClass.ASKED);

  /** A word that no section holds. */
  static final Lexeme UNKNOWN = new Lexeme(WordClasses.NONE, null, false, false);

  private final WordClasses classes;
  private final @Nullable Verb verb;
  private final boolean source;
  private final boolean cue;
  private final boolean pronoun;
  private final boolean function;

  /**
   * @param source whether a phrase before a source begins with it: {@code according to}
   * @param smallTimes whether days and months have small letters, so that a capital makes a name
   */
  Lexeme(WordClasses classes, @Nullable Verb verb, boolean source, boolean smallTimes) {
    this.classes = classes;
    this.verb = verb;
    this.source = source;
    this.cue = verb != null || source || in(CUES);
    this.pronoun = in(PRONOUNS);
    boolean time = in(WordClass.TIMES) && !smallTimes;
    this.function = (time || in(FUNCTIONS)) && !in(WordClass.PARTICLES);
  }

  /** The same word in one class more. */
  Lexeme with(WordClass other) {
    return new Lexeme(classes.with(other), verb, source, false);
  }

  boolean in(WordClass wordClass) {
    return ((low() & wordClass.low()) | (high() & wordClass.high())) != 0;
  }

  /** Whether it is in one of some classes. */
  boolean in(WordClasses any) {
    return ((low() & any.low()) | (high() & any.high())) != 0;
  }

  /** A bit for each class, see {@link WordClass}. */
  long low() {
    return classes.low();
  }

  long high() {
    return classes.high();
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
