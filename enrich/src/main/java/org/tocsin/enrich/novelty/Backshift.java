package org.tocsin.enrich.novelty;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.enrich.sketch.Hashes;

/** Reported speech moves verbs back: "I will" becomes "he said he would". */
final class Backshift {
  private static final Map<Integer, Integer> BACK =
      Map.of(
          modal("would"), modal("will"),
          modal("could"), modal("can"),
          modal("might"), modal("may"));

  private Backshift() {}

  /** Modals as they were before being reported. */
  static Set<Integer> fold(Set<Integer> modals) {
    return modals.stream().map(m -> BACK.getOrDefault(m, m)).collect(Collectors.toSet());
  }

  private static int modal(String word) {
    return WordClass.MODAL.tag(Hashes.of(word));
  }
}
