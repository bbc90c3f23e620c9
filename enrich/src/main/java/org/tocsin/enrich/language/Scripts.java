package org.tocsin.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the letters of each script in a text: {@code "Tōkyō 東京"} is 5 Latin and 2 Han. */
final class Scripts {
  private static final Map<UnicodeScript, String> ONE_LANGUAGE =
      Map.ofEntries(
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.ORIYA, "or"),
          Map.entry(UnicodeScript.TIBETAN, "bo"),
          Map.entry(UnicodeScript.THAANA, "dv"));

  private final Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
  private int letters;
  private boolean yiddish;
  private boolean assamese;

  Scripts(String text, int end) {
    int latin = 0;
    int point;
    for (int at = 0; at < end; at += Character.charCount(point)) {
      point = text.codePointAt(at);
      if (point < 128) {
        latin += (point | 32) >= 'a' && (point | 32) <= 'z' ? 1 : 0;
      } else if (Character.isLetter(point)) {
        letters++;
        counts.merge(UnicodeScript.of(point), 1, Integer::sum);
        yiddish |= point >= 0x05f0 && point <= 0x05f2;
        assamese |= point == 0x09f0 || point == 0x09f1;
      }
    }
    if (latin > 0) {
      letters += latin;
      counts.merge(UnicodeScript.LATIN, latin, Integer::sum);
    }
  }

  int letters() {
    return letters;
  }

  /** The script most letters belong to. */
  UnicodeScript main() {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.UNKNOWN);
  }

  /** The language that the main script alone tells, or null. */
  @Nullable String language() {
    if (share(UnicodeScript.HIRAGANA) + share(UnicodeScript.KATAKANA) > 0.08) {
      return "ja";
    }
    UnicodeScript main = main();
    return switch (main) {
      case HAN -> share(UnicodeScript.HANGUL) > 0.2 ? "ko" : "zh";
      case HEBREW -> yiddish ? "yi" : "he";
      case BENGALI -> assamese ? "as" : "bn";
      default -> ONE_LANGUAGE.get(main);
    };
  }

  private double share(UnicodeScript script) {
    return letters == 0 ? 0 : counts.getOrDefault(script, 0) / (double) letters;
  }
}
