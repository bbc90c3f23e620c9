package org.tocsin.enrich.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into {@link Line}s and answers what {@link Layout} asks about them. */
final class Lines {
  private Lines() {}

  static List<Line> of(String text, Furniture furniture) {
    List<Line> lines = new ArrayList<>();
    boolean plain = !breaksOddly(text);
    int from = 0;
    boolean news = false;
    while (from <= text.length()) {
      int to = plain ? plainEnd(text, from) : lineEnd(text, from);
      Line line = line(text, from, to, furniture, news);
      news |= line.kind() == Line.Kind.WORDS;
      lines.add(line);
      from = to + 1;
    }
    return lines;
  }

  /** Whether anything but a line feed ends a line of the text. */
  private static boolean breaksOddly(String text) {
    return text.indexOf('\r') >= 0
        || text.indexOf('\f') >= 0
        || text.indexOf('\u2028') >= 0
        || text.indexOf('\u2029') >= 0;
  }

  private static int plainEnd(String text, int from) {
    int feed = text.indexOf('\n', from);
    return feed < 0 ? text.length() : feed;
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !breaks(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean breaks(char c) {
    return c < ' ' ? c == '\n' || c == '\r' || c == '\f' : c == '\u2028' || c == '\u2029';
  }

  private static Line line(String text, int from, int to, Furniture furniture, boolean news) {
    int start = from;
    int end = to;
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    int word = start;
    while (word < end && !blank(text.charAt(word))) {
      word++;
    }
    Line.Kind kind = kind(text, start, end, furniture, news);
    return new Line(kind, start, end, start - from, word - start);
  }

  private static Line.Kind kind(
      String text, int start, int end, Furniture furniture, boolean news) {
    if (start == end) {
      return Line.Kind.BLANK;
    }
    if (address(text, start, end)) {
      return Line.Kind.ADDRESS;
    }
    return furniture.kind(text, start, end, news);
  }

  private static boolean address(String text, int start, int end) {
    boolean scheme =
        text.startsWith("http://", start)
            || text.startsWith("https://", start)
            || text.startsWith("www.", start);
    return scheme && unbroken(text, start, end);
  }

  /** No further than to the end of the line, since a text of addresses alone may hold no blank. */
  private static boolean unbroken(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) != ' ') {
      at++;
    }
    return at == end;
  }

  private static boolean blank(char c) {
    return c == ' ' || ((c < ' ' || c > 0x7f) && rareBlank(c));
  }

  private static boolean rareBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
  }

  /**
   * The longest line among those short enough to be wrapped, or 0 where the text is not wrapped.
   */
  static int wrapWidth(List<Line> lines, int least, int most) {
    int width = 0;
    int over = 0;
    int within = 0;
    for (Line line : lines) {
      if (line.length() > most) {
        over++;
      } else if (line.length() >= least && line.kind() == Line.Kind.WORDS) {
        within++;
        width = Math.max(width, line.indent() + line.length());
      }
    }
    return within >= 3 && over * 4 <= within ? width : 0;
  }

  static boolean endsSentence(String text, Line line) {
    int at = line.end() - 1;
    while (at > line.start() && "\"”“’'»)]".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return ".!?…:;。！？".indexOf(text.charAt(at)) >= 0;
  }

  /** Whether the line's first double quotation mark closes one. */
  static boolean closesFirst(String text, Line line) {
    for (int at = line.start() + 1; at < line.end(); at++) {
      if (QuoteMarks.any(text.charAt(at)) && !QuoteMarks.single(text.charAt(at))) {
        return !blank(text.charAt(at - 1));
      }
    }
    return false;
  }
}
