package org.tocsin.enrich.language;

/**
 * A language and how sure it is, for example {@code de 0.98}.
 *
 * @param language ISO 639-1, or {@link LanguageDetector#UNDETERMINED}
 * @param confidence between 0 and 1
 */
public record LanguageGuess(String language, double confidence) {
  static final LanguageGuess NONE = new LanguageGuess(LanguageDetector.UNDETERMINED, 0);

  public LanguageGuess {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("not a confidence: " + confidence);
    }
    confidence = Math.round(confidence * 1_000) / 1_000.0;
  }
}
