package org.tocsin.enrich.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the model's ISO 639-3 labels to ISO 639-1: {@code deu} to {@code de}. */
final class LanguageCodes {
  private static final Map<String, String> SHORT = codes();

  private LanguageCodes() {}

  /** Null for languages that have no two-letter code, which news seldom use. */
  static @Nullable String shortCode(String label) {
    return SHORT.get(label);
  }

  /**
   * The plain two-letter code of what a source declares ({@code en-US}, {@code iw}, {@code EN}).
   */
  static @Nullable String declared(@Nullable String declared) {
    if (declared == null || declared.length() < 2) {
      return null;
    }
    String code = declared.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return switch (code) {
      case "iw" -> "he";
      case "in" -> "id";
      case "no" -> "nb";
      default -> SHORT.containsValue(code) ? code : shortCode(code);
    };
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
    }
    // Members of macro-languages that the model names one by one, and rare constructed ones.
    codes.putAll(
        Map.of(
            "cmn", "zh", "nan", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "plt", "mg", "pnb",
            "pa", "gsw", "de", "arb", "ar", "heb", "he"));
    codes.putAll(Map.of("yid", "yi", "ind", "id", "srp", "sr"));
    codes.remove("vol");
    codes.remove("lim");
    return Map.copyOf(codes);
  }
}
