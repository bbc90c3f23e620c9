package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Tells news agencies and papers, through which a statement reached the reporter, from speakers.
 */
final class Agencies {
  private Agencies() {}

  /** Whether the attribution only says who reported it: {@code the Oslo news agency reported}. */
  static boolean passesOn(Sentence sentence, LanguagePack pack, Attribution attribution) {
    return attribution.shape() == Attribution.Shape.TRAILING && named(sentence, pack, attribution);
  }

  static boolean named(Sentence sentence, LanguagePack pack, Attribution attribution) {
    @Nullable NounPhrase subject = attribution.subject();
    if (subject == null) {
      return false;
    }
    for (int at = subject.from(); at < subject.to(); at++) {
      if (sentence.in(at, WordClass.MEDIA)) {
        return true;
      }
    }
    return false;
  }
}
