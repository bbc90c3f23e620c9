package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * All that a language pack knows of a word, looked up once: {@code said} is a verb of saying,
 * {@code on} a preposition that also links.
 *
 * @param classes the {@link WordClass}es it belongs to, a bit each
 * @param function whether no name holds it, whatever its first letter
 */
record Lexeme(long classes, boolean function, @Nullable Verb verb) {
  /** A word that no section holds. */
  static final Lexeme UNKNOWN = new Lexeme(0, false, null);

  private static final long PRONOUNS =
      WordClass.HE.bit() | WordClass.SHE.bit() | WordClass.THEY.bit() | WordClass.IT.bit();

  boolean in(WordClass wordClass) {
    return (classes & wordClass.bit()) != 0;
  }

  boolean pronoun() {
    return (classes & PRONOUNS) != 0;
  }
}
