package org.tocsin.alert.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.apache.lucene.analysis.bg.BulgarianStemmer;
import org.apache.lucene.analysis.cz.CzechStemmer;
import org.apache.lucene.analysis.de.GermanLightStemmer;
import org.apache.lucene.analysis.es.SpanishLightStemmer;
import org.apache.lucene.analysis.fi.FinnishLightStemmer;
import org.apache.lucene.analysis.fr.FrenchLightStemmer;
import org.apache.lucene.analysis.hu.HungarianLightStemmer;
import org.apache.lucene.analysis.it.ItalianLightStemmer;
import org.apache.lucene.analysis.lv.LatvianStemmer;
import org.apache.lucene.analysis.no.NorwegianLightStemmer;
import org.apache.lucene.analysis.pt.PortugueseLightStemmer;
import org.apache.lucene.analysis.ru.RussianLightStemmer;
import org.apache.lucene.analysis.sv.SwedishLightStemmer;
import org.jspecify.annotations.Nullable;

/**
 * The languages whose endings are folded, each in its own way: {@code Wahlen} is {@code wahl} in
 * German and stays what it is in French. All take inflection off and leave derivation alone, as far
 * as their "light" stemmers know the difference.
 */
@SuppressWarnings("ImmutableEnumChecker") // Stemmers keep nothing between two words.
enum Stemming {
  ENGLISH("en", Character.UnicodeScript.LATIN, null),
  GERMAN("de", Character.UnicodeScript.LATIN, new GermanLightStemmer()::stem),
  FRENCH("fr", Character.UnicodeScript.LATIN, new FrenchLightStemmer()::stem),
  SPANISH("es", Character.UnicodeScript.LATIN, new SpanishLightStemmer()::stem),
  ITALIAN("it", Character.UnicodeScript.LATIN, new ItalianLightStemmer()::stem),
  PORTUGUESE("pt", Character.UnicodeScript.LATIN, new PortugueseLightStemmer()::stem),
  SWEDISH("sv", Character.UnicodeScript.LATIN, new SwedishLightStemmer()::stem),
  BOKMAL(
      "no",
      Character.UnicodeScript.LATIN,
      new NorwegianLightStemmer(NorwegianLightStemmer.BOKMAAL)::stem),
  NYNORSK(
      "nn",
      Character.UnicodeScript.LATIN,
      new NorwegianLightStemmer(NorwegianLightStemmer.NYNORSK)::stem),
  FINNISH("fi", Character.UnicodeScript.LATIN, new FinnishLightStemmer()::stem),
  HUNGARIAN("hu", Character.UnicodeScript.LATIN, new HungarianLightStemmer()::stem),
  CZECH("cs", Character.UnicodeScript.LATIN, new CzechStemmer()::stem),
  LATVIAN("lv", Character.UnicodeScript.LATIN, new LatvianStemmer()::stem),
  RUSSIAN("ru", Character.UnicodeScript.CYRILLIC, new RussianLightStemmer()::stem),
  BULGARIAN("bg", Character.UnicodeScript.CYRILLIC, new BulgarianStemmer()::stem);

  /** Longer ones are no words of a language. */
  private static final int LONGEST = 40;

  /** Room for endings that a stemmer writes itself. */
  private static final int SPARE = 4;

  private static final Map<String, Stemming> BY_CODE = byCode();

  private final String code;
  private final Character.UnicodeScript script;
  private final @Nullable ToIntBiFunction<char[], Integer> stemmer;

  Stemming(
      String code,
      Character.UnicodeScript script,
      @Nullable ToIntBiFunction<char[], Integer> stemmer) {
    this.code = code;
    this.script = script;
    this.stemmer = stemmer;
  }

  /** That of a language by its ISO 639-1 code; null where words stay as they are. */
  static @Nullable Stemming of(String language) {
    return BY_CODE.get(language);
  }

  /** ISO 639-1. */
  String code() {
    return code;
  }

  /**
   * The stem of a word.
   *
   * @param lower in lower case, with its diacritics, which some endings are told by
   * @param plain without them
   */
  String stem(String lower, String plain) {
    if (stemmer == null) {
      return EnglishEndings.fold(plain);
    }
    int length = lower.length();
    if (length == 0
        || length > LONGEST
        || Character.UnicodeScript.of(lower.codePointAt(0)) != script) {
      return plain;
    }
    char[] letters = Arrays.copyOf(lower.toCharArray(), length + SPARE);
    int kept = stemmer.applyAsInt(letters, length);
    if (kept == length && lower.contentEquals(java.nio.CharBuffer.wrap(letters, 0, kept))) {
      return plain;
    }
    String stem = Folding.plain(new String(letters, 0, kept));
    return stem.isEmpty() ? plain : stem;
  }

  private static Map<String, Stemming> byCode() {
    Map<String, Stemming> found = new HashMap<>();
    for (Stemming stemming : values()) {
      found.put(stemming.code, stemming);
    }
    found.put("nb", BOKMAL);
    return Map.copyOf(found);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
