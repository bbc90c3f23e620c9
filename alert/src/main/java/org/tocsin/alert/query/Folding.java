package org.tocsin.alert.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes case, diacritics and spelling variants off a word: {@code Œuvré} is {@code oeuvre}. */
final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  /** A word in lower case, with its diacritics, in Unicode's composed form. */
  static String lower(String word) {
    return isAscii(word)
        ? word.toLowerCase(Locale.ROOT)
        : Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  static String plain(String word) {
    if (isAscii(word)) {
      return word.toLowerCase(Locale.ROOT);
    }
    String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
    String folded =
        letters(Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    return ArabicAffixes.isArabic(folded) ? ArabicAffixes.fold(folded) : folded;
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static String letters(String word) {
    StringBuilder folded = new StringBuilder(word.length() + 2);
    for (int i = 0; i < word.length(); i++) {
      fold(word.charAt(i), folded);
    }
    return folded.toString();
  }

  /** Letters that are variants of others without being decomposable in Unicode. */
  private static void fold(char c, StringBuilder out) {
    switch (c) {
      case 'ß' -> out.append("ss");
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      case 'ø' -> out.append('o');
      case 'đ', 'ð' -> out.append('d');
      case 'þ' -> out.append("th");
      case 'ł' -> out.append('l');
      case 'ı' -> out.append('i');
      case 'ħ' -> out.append('h');
      case '\u0640' -> {} // Arabic tatweel only stretches a word
      case '\u0649', '\u06cc' -> out.append('\u064a'); // the yehs
      case '\u0629' -> out.append('\u0647'); // teh marbuta
      case '\u06a9' -> out.append('\u0643'); // keheh
      default -> out.append(c);
    }
  }
}
