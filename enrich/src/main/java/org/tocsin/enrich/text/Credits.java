package org.tocsin.enrich.text;

import java.util.List;
import java.util.Locale;

/** Recognises picture credits: {@code Jane Roe / AFP}, {@code (AP Photo/Jane Roe)}. */
final class Credits {
  private static final List<String> ENDINGS =
      Sections.resource(Credits.class, "furniture.txt").lines("credit-ending");
  private static final List<String> OPENINGS =
      Sections.resource(Credits.class, "furniture.txt").lines("credit-opening");
  private static final int TAIL = 80;

  private Credits() {}

  static boolean end(String paragraph) {
    int last = paragraph.length();
    while (last > 0 && paragraph.charAt(last - 1) <= ' ') {
      last--;
    }
    // Credits end in a name or a bracket, paragraphs in a full stop or a quotation mark.
    if (last > 0 && ".!?\"”’".indexOf(paragraph.charAt(last - 1)) >= 0) {
      return false;
    }
    String tail = paragraph.substring(Math.max(0, paragraph.length() - TAIL));
    String lower = tail.toLowerCase(Locale.ROOT).strip();
    for (String ending : ENDINGS) {
      if (lower.endsWith(ending) || lower.endsWith(ending + ")")) {
        return true;
      }
    }
    int open = lower.lastIndexOf('(');
    return open >= 0 && lower.endsWith(")") && opensCredit(lower.substring(open + 1));
  }

  private static boolean opensCredit(String words) {
    for (String opening : OPENINGS) {
      if (words.startsWith(opening)) {
        return true;
      }
    }
    return false;
  }
}
