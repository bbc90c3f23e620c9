package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Speaker;

/**
 * A phrase that may mean somebody, {@code the mayor, Ann Roe}, where it stands. The name in it and
 * whom that means are looked for once, when they are first asked for.
 */
final class Mention {
  private final Sentence sentence;
  private final NounPhrase phrase;
  private final Origin origin;
  private boolean read;
  private @Nullable NounPhrase name;
  private @Nullable Person person;
  private boolean settled = true;
  private boolean asked;
  private @Nullable Speaker speaker;

  Mention(Sentence sentence, NounPhrase phrase, Origin origin) {
    this.sentence = sentence;
    this.phrase = phrase;
    this.origin = origin;
  }

  Sentence sentence() {
    return sentence;
  }

  NounPhrase phrase() {
    return phrase;
  }

  Origin origin() {
    return origin;
  }

  /** What the language knows of its first word. */
  Lexeme first() {
    return sentence.lexeme(phrase.from());
  }

  boolean single() {
    return phrase.to() - phrase.from() == 1;
  }

  boolean pronoun() {
    return sentence.pronoun(phrase.from());
  }

  /** Offset in its paragraph. */
  int start() {
    return sentence.piece(phrase.from()).start();
  }

  /** Offset in its paragraph. */
  int end() {
    return sentence.piece(phrase.to() - 1).end();
  }

  /** As written. */
  String text() {
    return origin.text().substring(start(), end());
  }

  /** The pieces of the name in it; null where it only describes. */
  @Nullable NounPhrase name(LanguagePack pack) {
    if (!read) {
      name =
          pack.option(Option.NO_CAPITALS)
              ? new TitledNames(sentence, pack).name(phrase)
              : new NameReader(sentence, pack).name(phrase);
      read = true;
    }
    return name;
  }

  /** Whom the name in it means; null where it has none. */
  @Nullable Person named(LanguagePack pack, Naming naming) {
    NounPhrase found = name(pack);
    if (person == null && found != null) {
      person = naming.person(sentence, found, origin);
      settled = person.actor() != null || naming.tagged(sentence, found, origin) == null;
    }
    return person;
  }

  /** False where the name is tagged as somebody it may not mean: what follows can change that. */
  boolean settled() {
    return settled;
  }

  /** The speaker it means; null where that is not sure. */
  @Nullable Speaker speaker(Speakers speakers) {
    if (!asked) {
      speaker = speakers.of(this);
      asked = true;
    }
    return speaker;
  }
}
