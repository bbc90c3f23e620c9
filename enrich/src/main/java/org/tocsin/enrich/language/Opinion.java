package org.tocsin.enrich.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What speaks for each language, as logarithms of likelihoods, from several judges of different
 * weight. {@code {nb=-1.2, da=-1.9}} leans to Norwegian.
 */
final class Opinion {
  private final Map<String, Double> scores = new HashMap<>();

  /** Of several models of one language the likeliest counts. */
  void likeliest(String language, double score) {
    scores.merge(language, score, Math::max);
  }

  void add(String language, double score) {
    scores.computeIfPresent(language, (code, old) -> old + score);
  }

  boolean knows(String language) {
    return scores.containsKey(language);
  }

  Set<String> codes() {
    return scores.keySet();
  }

  /** The likeliest language and how far it is ahead, as a probability. */
  LanguageGuess guess() {
    String best = LanguageDetector.UNDETERMINED;
    double highest = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> entry : scores.entrySet()) {
      boolean first = entry.getKey().compareTo(best) < 0;
      if (entry.getValue() > highest || (entry.getValue() == highest && first)) {
        highest = entry.getValue();
        best = entry.getKey();
      }
    }
    double all = 0;
    for (double score : scores.values()) {
      all += Math.exp(score - highest);
    }
    return new LanguageGuess(best, all > 0 ? 1 / all : 0);
  }
}
