package org.tocsin.ingest.meta;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * ISO 639-1 codes out of the ways languages are declared: {@code en-GB}, {@code de_DE}, {@code fr}.
 */
public final class LanguageCode {
  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  private LanguageCode() {}

  /** The two-letter code; null where none is declared. */
  public static @Nullable String of(@Nullable String declared) {
    if (declared == null) {
      return null;
    }
    String primary = declared.strip().split("[-_,; ]", 2)[0].toLowerCase(Locale.ROOT);
    String code = Locale.forLanguageTag(primary).getLanguage();
    return KNOWN.contains(code) ? code : null;
  }
}
