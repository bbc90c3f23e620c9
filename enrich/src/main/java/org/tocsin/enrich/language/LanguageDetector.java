package org.tocsin.enrich.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Says which language a text is in, as ISO 639-1 ({@code "Guten Tag"} is {@code de}), or {@link
 * #UNDETERMINED}. Stands before the taggers, which choose their rules by its answer. Cheap judges
 * come first: the script, then {@link Trigrams}; only where they are not sure the large model is
 * asked. Immutable and safe for many threads.
 */
public final class LanguageDetector {
  /** The answer where nothing can be said. */
  public static final String UNDETERMINED = "und";

  private static final String MODEL = "/langdetect-183.bin";

  /** What the large model and the scripts look at. */
  private static final int LOOKED_AT = 1_000;

  /** What the trigrams look at: the beginning, and a piece further on, past what stands above. */
  private static final int GLANCE = 200;

  /** A lead of the trigrams that is wrong in one of some five hundred texts. */
  private static final double CLEAR_LEAD = 60;

  /** Trigrams overlap, so their likelihoods count for less than they say. */
  private static final double SHARE_OF_TRIGRAMS = 0.08;

  /** How strongly a declared language counts at one letter; fades as letters come. */
  private static final double TRUST = 4.0;

  private static final double LETTERS_OF_A_HEADLINE = 50;
  private static final int ENOUGH_LETTERS = 300;

  /** How far behind its best guess the large model is taken to see a language that it lacks. */
  private static final double LACKING = 0.1;

  /** How far behind the best the trigrams are taken to see a language that they lack. */
  private static final double UNKNOWN_TO_TRIGRAMS = 25;

  private static final double CERTAIN_BY_SCRIPT = 0.99;

  private final LanguageDetectorME model;
  private final LanguageHints hints = new LanguageHints();
  private final Trigrams trigrams = new Trigrams();

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

  /** The language alone. */
  public String detect(String text, @Nullable String declared) {
    return guess(text, declared).language();
  }

  /**
   * The language of {@code text} and how sure it is.
   *
   * @param declared what the source says, a prior that decides short texts
   */
  public LanguageGuess guess(String text, @Nullable String declared) {
    int end = Math.min(text.length(), LOOKED_AT);
    Scripts scripts = new Scripts(text, end);
    if (scripts.letters() == 0) {
      return LanguageGuess.NONE;
    }
    String byScript = scripts.language();
    if (byScript != null) {
      return new LanguageGuess(byScript, CERTAIN_BY_SCRIPT);
    }
    double[] likelihoods = glance(text);
    int best = best(likelihoods);
    double lead = lead(likelihoods, best);
    if (lead >= CLEAR_LEAD) {
      return new LanguageGuess(
          trigrams.languages().get(best), 1 / (1 + Math.exp(-SHARE_OF_TRIGRAMS * lead)));
    }
    return ask(text.substring(0, end), scripts, LanguageCodes.declared(declared), likelihoods);
  }

  private double[] glance(String text) {
    double[] likelihoods = new double[trigrams.languages().size()];
    trigrams.score(text, 0, Math.min(text.length(), GLANCE), likelihoods);
    int middle = text.length() / 2;
    if (text.length() > 2 * LOOKED_AT) {
      trigrams.score(text, middle, middle + GLANCE / 2, likelihoods);
    }
    return likelihoods;
  }

  private static int best(double[] likelihoods) {
    int best = 0;
    for (int i = 1; i < likelihoods.length; i++) {
      best = likelihoods[i] > likelihoods[best] ? i : best;
    }
    return best;
  }

  /** How far the best model is ahead of the best of another language. */
  private double lead(double[] likelihoods, int best) {
    double second = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < likelihoods.length; i++) {
      if (likelihoods[i] > second && !trigrams.kin(i, best)) {
        second = likelihoods[i];
      }
    }
    return likelihoods[best] - second;
  }

  /** All judges together. */
  private LanguageGuess ask(
      String text, Scripts scripts, @Nullable String declared, double[] likelihoods) {
    Opinion opinion = new Opinion();
    double highest = likelihoods[best(likelihoods)];
    for (int i = 0; i < likelihoods.length; i++) {
      opinion.likeliest(
          trigrams.languages().get(i), SHARE_OF_TRIGRAMS * (likelihoods[i] - highest));
    }
    addModel(text, opinion);
    hints
        .weigh(text)
        .forEach((language, weight) -> opinion.add(language, weight * hintShare(scripts)));
    if (declared != null && scripts.letters() < ENOUGH_LETTERS) {
      opinion.add(declared, TRUST * Math.exp(-scripts.letters() / LETTERS_OF_A_HEADLINE));
    }
    return opinion.guess();
  }

  /** Words decide between kin languages also in longer texts, but there each counts for less. */
  private static double hintShare(Scripts scripts) {
    return scripts.letters() < ENOUGH_LETTERS ? 1 : 0.7;
  }

  private void addModel(String text, Opinion opinion) {
    Map<String, Double> scores = new HashMap<>();
    for (Language language : model.predictLanguages(text)) {
      String code = LanguageCodes.shortCode(language.getLang());
      if (code != null) {
        scores.merge(code, Math.log(Math.max(language.getConfidence(), 1e-30)), Math::max);
      }
    }
    double highest = scores.values().stream().mapToDouble(score -> score).max().orElse(0);
    scores
        .keySet()
        .forEach(
            code -> {
              if (!opinion.knows(code)) {
                opinion.likeliest(code, -SHARE_OF_TRIGRAMS * UNKNOWN_TO_TRIGRAMS);
              }
            });
    for (String code : List.copyOf(opinion.codes())) {
      opinion.add(code, scores.getOrDefault(code, highest - LACKING));
    }
  }
}
