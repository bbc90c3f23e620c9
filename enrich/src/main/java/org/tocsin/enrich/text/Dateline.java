package org.tocsin.enrich.text;

import java.util.List;
import java.util.Locale;

/**
 * Where a report was filed, before its first sentence: {@code TARN, May 4 (Herald) - }. The place
 * in it acts and speaks as little as the agency does, so rules about people begin behind its dash.
 */
public final class Dateline {
  private static final int LONGEST = 120;
  private static final int MOST_WORDS = 9;
  private static final int MOST_PLACE_WORDS = 4;
  private static final int MOST_BARE_WORDS = 3;

  private final String head;
  private final int dash;

  private Dateline(String head, int dash) {
    this.head = head;
    this.dash = dash;
  }

  /** Offset of the first word behind the dateline; 0 where the text begins without one. */
  public static int end(String text) {
    int from = 0;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    // Copied, since a text that is not Latin is slow to be asked for each unit.
    char[] line = new char[Math.min(LONGEST, text.length() - from)];
    text.getChars(from, from + line.length, line, 0);
    for (int i = 0; i < line.length; i++) {
      char c = line[i];
      if (c == '\n' && text.startsWith("\n\n", from + i)) {
        return 0;
      }
      if ((c == '-' || c >= '\u2013') && dash(text, from + i)) {
        Dateline found = new Dateline(text.substring(from, from + i), from + i);
        return found.holds() ? found.behind(text) : 0;
      }
    }
    return 0;
  }

  /** The text with the dateline blanked, so that offsets stay true. */
  public static String blanked(String text) {
    int end = end(text);
    return " ".repeat(end) + text.substring(end);
  }

  private static boolean dash(String text, int at) {
    char c = text.charAt(at);
    boolean wide = c == '—' || c == '–';
    boolean apart =
        at > 0
            && Character.isWhitespace(text.charAt(at - 1))
            && at + 1 < text.length()
            && Character.isWhitespace(text.charAt(at + 1));
    return (wide && (apart || (at > 0 && text.charAt(at - 1) == ')')))
        || (c == '-' && (apart || text.startsWith("--", at)));
  }

  private int behind(String text) {
    int at = dash;
    while (at < text.length()
        && ("-–—".indexOf(text.charAt(at)) >= 0 || Character.isWhitespace(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /** A place in capitals, or one with a date or an agency behind it. */
  private boolean holds() {
    List<Token> all = Tokens.parts(head);
    List<Token> place = Tokens.parts(place());
    if (place.isEmpty() || all.size() > MOST_WORDS || place.size() > MOST_PLACE_WORDS) {
      return false;
    }
    boolean dated = all.stream().anyMatch(Token::number) || head.strip().endsWith(")");
    boolean caseless = place.stream().allMatch(Dateline::caseless);
    if (caseless) {
      return dated || all.size() <= MOST_BARE_WORDS;
    }
    return place().equals(place().toUpperCase(Locale.ROOT))
        || (dated && place.stream().allMatch(Token::capitalised));
  }

  private static boolean caseless(Token token) {
    return token
        .text()
        .codePoints()
        .noneMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
  }

  /** What stands before the first comma or bracket. */
  private String place() {
    int at = 0;
    while (at < head.length() && ",(/".indexOf(head.charAt(at)) < 0) {
      at++;
    }
    return head.substring(0, at).strip();
  }
}
