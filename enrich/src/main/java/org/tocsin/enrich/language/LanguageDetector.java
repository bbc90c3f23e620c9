package org.tocsin.enrich.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Says which language a text is in, as ISO 639-1 ({@code "Guten Tag"} is {@code de}), or {@link
 * #UNDETERMINED}. Stands before the taggers, which choose their rules by its answer. Immutable and
 * safe for many threads.
 */
public final class LanguageDetector {
  /** The answer where nothing can be said. */
  public static final String UNDETERMINED = "und";

  private static final String MODEL = "/langdetect-183.bin";
  private static final int LOOKED_AT = 1_000;

  /** From here on the model alone is right more often than with our help. */
  private static final int ENOUGH_LETTERS = 300;

  /** How strongly a declared language counts at one letter; fades as letters come. */
  private static final double TRUST = 4.0;

  private static final double LETTERS_OF_A_HEADLINE = 50;

  /** What the model says of every language it cannot tell: one in 103, less a little. */
  private static final double UNKNOWN_TO_THE_MODEL = Math.log(0.008);

  private final LanguageDetectorME model;
  private final LanguageHints hints = new LanguageHints();

  public LanguageDetector() {
    try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(
            "the language model " + MODEL + " is not on the class path");
      }
      model = new LanguageDetectorME(new LanguageDetectorModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the language model", e);
    }
  }

  /**
   * The language of {@code text}.
   *
   * @param declared what the source says, a prior that decides short texts
   */
  public String detect(String text, @Nullable String declared) {
    String start = text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
    Scripts scripts = new Scripts(start);
    if (scripts.letters() == 0) {
      return UNDETERMINED;
    }
    String byScript = scripts.language();
    return byScript != null ? byScript : best(start, scripts, LanguageCodes.declared(declared));
  }

  private String best(String text, Scripts scripts, @Nullable String declared) {
    Map<String, Double> scores = opinions(text);
    if (scripts.letters() < ENOUGH_LETTERS) {
      help(text, scripts, declared, scores);
    }
    return scores.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(UNDETERMINED);
  }

  private void help(
      String text, Scripts scripts, @Nullable String declared, Map<String, Double> scores) {
    hints.languages().forEach(language -> scores.putIfAbsent(language, UNKNOWN_TO_THE_MODEL));
    hints.weigh(text).forEach((language, weight) -> scores.merge(language, weight, Double::sum));
    if (declared != null) {
      double trust = TRUST * Math.exp(-scripts.letters() / LETTERS_OF_A_HEADLINE);
      scores.computeIfPresent(declared, (language, score) -> score + trust);
    }
  }

  /** The model's opinion as logarithms of probabilities by two-letter code. */
  private Map<String, Double> opinions(String text) {
    Map<String, Double> scores = new HashMap<>();
    for (Language language : model.predictLanguages(text)) {
      String code = LanguageCodes.shortCode(language.getLang());
      if (code != null) {
        scores.merge(code, Math.log(Math.max(language.getConfidence(), 1e-30)), Math::max);
      }
    }
    return scores;
  }
}
