package org.tocsin.enrich.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the quotations of a paragraph: {@code “We stay,” he said} gives one, {@code “We stay,”}.
 *
 * <p>A mark opens or closes by where it stands rather than by its shape, because closing marks are
 * often typed as opening ones. A quotation that is never closed ends with the paragraph. Quotations
 * inside quotations are part of the outer one.
 */
public final class QuotationReader {
  /** Marks that may stand before one at the beginning of a word. */
  private static final int MOST_NESTED = 4;

  /** How far a closing mark is looked for, so that hostile text costs no more than news. */
  private static final int REACH = 5_000;

  private static final int SINGLE_REACH = 1_000;

  private final String text;
  private final char[] units;

  /** The same for {@link EightLetters}. */
  private final byte[] bytes;

  private final List<Quotation> found = new ArrayList<>();

  /** Per family of marks: before this offset no closing mark is left to find. */
  private final int[] hopeless = new int[QuoteMarks.FAMILIES];

  private QuotationReader(String text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
    this.units = text.toCharArray();
  }

  /** The outermost quotations in order. */
  public static List<Quotation> read(String paragraph) {
    byte[] bytes = EightLetters.bytes(paragraph);
    int first = firstMark(paragraph, bytes);
    if (first == paragraph.length()) {
      return List.of();
    }
    String paired = paired(paragraph);
    boolean same = paired.equals(paragraph);
    QuotationReader reader = new QuotationReader(paired, same ? bytes : EightLetters.bytes(paired));
    reader.scan(first);
    return reader.found;
  }

  private static int firstMark(String paragraph, byte[] bytes) {
    int at = EightLetters.next(bytes, 0, paragraph.length());
    while (at < paragraph.length() && !QuoteMarks.any(paragraph.charAt(at))) {
      at = EightLetters.next(bytes, at + 1, paragraph.length());
    }
    return at;
  }

  /** Two single marks in a row are a double one: the first is blanked, or the second at a close. */
  private static String paired(String paragraph) {
    if (!paragraph.contains("''") && !paragraph.contains("``")) {
      return paragraph;
    }
    char[] chars = paragraph.toCharArray();
    for (int at = 0; at + 1 < chars.length; at++) {
      if ((chars[at] == '\'' || chars[at] == '`') && chars[at + 1] == chars[at]) {
        boolean opening = at == 0 || blank(chars[at - 1]) || chars[at - 1] == '(';
        chars[at] = opening ? ' ' : '"';
        chars[at + 1] = opening ? '"' : ' ';
        at++;
      }
    }
    return new String(chars);
  }

  private void scan(int from) {
    int at = from;
    while (at < units.length) {
      at += QuoteMarks.any(units[at]) && opens(at) ? quotationFrom(at) : 1;
      at = next(at);
    }
  }

  /** Where a mark may stand next. */
  private int next(int from) {
    return EightLetters.next(bytes, from, units.length);
  }

  /** Adds the quotation that opens here; returns how far to move on. */
  private int quotationFrom(int open) {
    int family = QuoteMarks.family(units[open]);
    if (open < hopeless[family]) {
      return 1;
    }
    int close = closeOf(open);
    if (close < 0 && (QuoteMarks.single(units[open]) || QuoteMarks.cornerOpens(units[open]))) {
      hopeless[family] = open + SINGLE_REACH;
    }
    if (close < 0 && QuoteMarks.single(units[open])) {
      return 1;
    }
    int end = close < 0 ? unclosedEnd(open) : close;
    add(open, end, close >= 0);
    return Math.max(1, (close < 0 ? end : close + 1) - open);
  }

  private void add(int open, int close, boolean closed) {
    int from = open + 1;
    int to = close;
    while (from < to && blank(units[from])) {
      from++;
    }
    while (to > from && blank(units[to - 1])) {
      to--;
    }
    if (to > from) {
      found.add(new Quotation(open, closed ? close + 1 : close, from, to, closed));
    }
  }

  /** An unclosed quotation ends with the paragraph, or where the same mark opens anew. */
  private int unclosedEnd(int open) {
    char mark = units[open];
    for (int at = open + 1; mark != '"' && at < units.length; at++) {
      if (units[at] == mark && opens(at)) {
        return at;
      }
    }
    return units.length;
  }

  private int closeOf(int open) {
    char mark = units[open];
    if (QuoteMarks.cornerOpens(mark)) {
      return cornerClose(open);
    }
    int family = QuoteMarks.family(mark);
    int fallback = -1;
    int limit = Math.min(units.length, open + (QuoteMarks.single(mark) ? SINGLE_REACH : REACH));
    for (int at = next(open + 1); at < limit; at = next(at + 1)) {
      char c = units[at];
      if (QuoteMarks.family(c) != family) {
        continue;
      }
      if (closes(open, at)) {
        if (!QuoteMarks.single(c) || !possessive(at)) {
          return at;
        }
        fallback = fallback < 0 ? at : fallback;
      } else if (c == mark && (c == '“' || c == '„') && opens(at)) {
        return -1;
      }
    }
    return fallback;
  }

  private int cornerClose(int open) {
    int family = QuoteMarks.family(units[open]);
    int depth = 0;
    int limit = Math.min(units.length, open + REACH);
    for (int at = open; at < limit; at++) {
      char c = units[at];
      if (QuoteMarks.family(c) == family) {
        depth += QuoteMarks.cornerOpens(c) ? 1 : -1;
        if (depth == 0) {
          return at;
        }
      }
    }
    return -1;
  }

  private boolean opens(int at) {
    char c = units[at];
    if (QuoteMarks.cornerCloses(c) || at + 1 >= units.length) {
      return false;
    }
    if (QuoteMarks.onlyOpens(c) || QuoteMarks.angle(c)) {
      return true;
    }
    char next = units[at + 1];
    return wordMayFollow(next)
        && (c == '“' || atWordStart(at) || unspaced(at))
        && !(QuoteMarks.single(c) && elision(at));
  }

  private boolean wordMayFollow(char next) {
    return !blank(next) && ",;:!?)]}".indexOf(next) < 0;
  }

  /** Whether a word begins here, marks of other families before it aside: {@code "'So he said}. */
  private boolean atWordStart(int mark) {
    int last = Math.max(0, mark - MOST_NESTED);
    for (int at = mark; at > last; at--) {
      char before = units[at - 1];
      if (blank(before) || "([{—–-/:¿¡…=>,".indexOf(before) >= 0) {
        return true;
      }
      if (!QuoteMarks.any(before) || sameFamily(at - 1, at)) {
        return false;
      }
    }
    return last == 0;
  }

  private boolean sameFamily(int a, int b) {
    return QuoteMarks.family(units[a]) == QuoteMarks.family(units[b]);
  }

  /** Between characters of a script without spaces any mark may open. */
  private boolean unspaced(int at) {
    return Letters.standsAlone(units[at - 1]) || "：，。、！？".indexOf(units[at - 1]) >= 0;
  }

  private boolean elision(int at) {
    char next = units[at + 1];
    return Character.isDigit(next)
        || (units[at] == '’' && text.startsWith("em ", at + 1))
        || text.startsWith("til ", at + 1);
  }

  private boolean closes(int open, int at) {
    char c = units[at];
    if (c == '„' || c == '‚' || at == open + 1) {
      return false;
    }
    if (QuoteMarks.angle(c)) {
      return c != units[open] || closingPlace(at);
    }
    if (QuoteMarks.single(c) && (c == '‘' || c == '`') && !closingPlace(at)) {
      return false;
    }
    return closingPlace(at) || c == '”';
  }

  private boolean closingPlace(int at) {
    boolean wordBefore = at > 0 && !blank(units[at - 1]);
    char next = at + 1 < units.length ? units[at + 1] : ' ';
    return wordBefore
        && !Character.isDigit(next)
        && (!Character.isLetter(next) || Letters.standsAlone(next));
  }

  /** The ministers’ plan: an s before, a small letter after, and a better close further on. */
  private boolean possessive(int at) {
    return at >= 1
        && Character.toLowerCase(units[at - 1]) == 's'
        && at + 2 < units.length
        && units[at + 1] == ' '
        && Character.isLetter(units[at + 2]);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }
}
