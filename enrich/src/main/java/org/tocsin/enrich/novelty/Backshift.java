package org.tocsin.enrich.novelty;

import java.util.Map;

/** Modals that stand for one another: "I will" becomes "he said he would", might becomes could. */
final class Backshift {
  private static final Map<Integer, Integer> BACK =
      Map.of(modal("would"), modal("will"), modal("could"), modal("can"));

  private static final int COULD = modal("could");
  private static final int MAY = modal("may");

  private Backshift() {}

  /** A modal as it was before being reported. */
  static int fold(int modal) {
    return BACK.getOrDefault(modal, modal);
  }

  /** A modal as it says how possible something is: what could happen may happen. */
  static int possible(int modal) {
    return modal == COULD ? MAY : modal;
  }

  private static int modal(String word) {
    return Term.value(WordClass.MODAL, Term.EMPTY, word);
  }
}
