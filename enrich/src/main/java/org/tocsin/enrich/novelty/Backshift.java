package org.tocsin.enrich.novelty;

import java.util.Map;

/** Reported speech moves verbs back: "I will" becomes "he said he would". */
final class Backshift {
  private static final Map<Integer, Integer> BACK =
      Map.of(modal("would"), modal("will"), modal("could"), modal("can"));

  private Backshift() {}

  /** A modal as it was before being reported. */
  static int fold(int modal) {
    return BACK.getOrDefault(modal, modal);
  }

  private static int modal(String word) {
    return Term.value(WordClass.MODAL, Term.EMPTY, word);
  }
}
