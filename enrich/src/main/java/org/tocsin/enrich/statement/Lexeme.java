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

  /** A word that no section holds. */
  static final Lexeme UNKNOWN = new Lexeme(EnumSet.noneOf(WordClass.class), null, false);

  private final EnumSet<WordClass> classes;
  private final @Nullable Verb verb;
  private final boolean pronoun;
  private final boolean function;

  /**
   * @param smallTimes whether days and months have small letters, so that a capital makes a name
   */
  Lexeme(Set<WordClass> classes, @Nullable Verb verb, boolean smallTimes) {
    this.classes = EnumSet.noneOf(WordClass.class);
    this.classes.addAll(classes);
    this.verb = verb;
    this.pronoun = anyOf(PRONOUNS);
    Set<WordClass> functions = EnumSet.copyOf(FUNCTIONS);
    if (smallTimes) {
      functions.remove(WordClass.TIMES);
    }
    this.function = anyOf(functions) && !classes.contains(WordClass.PARTICLES);
  }

  /** The same word in one class more. */
  Lexeme with(WordClass other) {
    EnumSet<WordClass> more = EnumSet.copyOf(classes);
    more.add(other);
    return new Lexeme(more, verb, false);
  }

  private boolean anyOf(Set<WordClass> others) {
    return others.stream().anyMatch(classes::contains);
  }

  boolean in(WordClass wordClass) {
    return classes.contains(wordClass);
  }

  @Nullable Verb verb() {
    return verb;
  }

  boolean pronoun() {
    return pronoun;
  }

  /** Whether no name holds it, whatever its first letter. */
  boolean function() {
    return function;
  }
}
