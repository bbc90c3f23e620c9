package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into tokens. Typographic quote marks count as quotes: desks paste from texts. */
final class Lexer {
  private static final String QUOTES = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02";
  private static final String NEAR = "NEAR/";

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String query) {
    this.query = query;
  }

  List<Token> tokens() {
    while (at < query.length()) {
      char c = query.charAt(at);
      if (isBlank(c)) {
        at++;
      } else if (c == '(' || c == ')') {
        add(c == '(' ? Token.Kind.OPEN : Token.Kind.CLOSE, String.valueOf(c), at, at + 1);
      } else if (isQuote(c)) {
        phrase(at, false);
      } else if (c == '=' && at + 1 < query.length() && isQuote(query.charAt(at + 1))) {
        phrase(at, true);
      } else {
        word();
      }
    }
    add(Token.Kind.END, "", at, at);
    return tokens;
  }

  private void add(Token.Kind kind, String text, int start, int end) {
    add(new Token(kind, text, start, end));
  }

  private void add(Token token) {
    tokens.add(token);
    at = token.end();
  }

  private void phrase(int start, boolean exact) {
    int open = exact ? start + 1 : start;
    int end = open + 1;
    while (end < query.length() && !isQuote(query.charAt(end))) {
      end++;
    }
    if (end == query.length()) {
      throw new QueryException(
          open, "this quote is never closed", "add \" at the end of the phrase");
    }
    String text = query.substring(open + 1, end);
    if (end + 1 < query.length() && query.charAt(end + 1) == '~') {
      int stop = runEnd(end + 1);
      int gap = Gap.read(query.substring(end + 2, stop), end + 1, "~8");
      add(new Token(Token.Kind.WINDOW, text, start, stop, exact, gap));
    } else {
      add(new Token(Token.Kind.PHRASE, text, start, end + 1, exact, -1));
    }
  }

  private void word() {
    int start = at;
    int end = at;
    while (end < query.length() && !endsWord(query.charAt(end))) {
      end++;
      if (query.charAt(end - 1) == ':' && isName(query.substring(start, end - 1))) {
        add(Token.Kind.FIELD, query.substring(start, end - 1), start, end);
        return;
      }
    }
    String text = query.substring(start, end);
    switch (text) {
      case "AND" -> add(Token.Kind.AND, text, start, end);
      case "OR" -> add(Token.Kind.OR, text, start, end);
      case "NOT" -> add(Token.Kind.NOT, text, start, end);
      default -> plain(text, start, end);
    }
  }

  private void plain(String text, int start, int end) {
    if (text.startsWith(NEAR)) {
      int gap = Gap.read(text.substring(NEAR.length()), start, "NEAR/8");
      add(new Token(Token.Kind.NEAR, text, start, end, false, gap));
      return;
    }
    refuseSign(text, start);
    int star = text.indexOf('*');
    if (star >= 0 && star < text.length() - 1) {
      throw new QueryException(
          start + star, "an asterisk stands only at the end of a word", "word*");
    }
    boolean exact = text.length() > 1 && text.charAt(0) == '=';
    String bare = text.substring(exact ? 1 : 0, star >= 0 ? star : text.length());
    add(new Token(star >= 0 ? Token.Kind.PREFIX : Token.Kind.WORD, bare, start, end, exact, -1));
  }

  /** Elsewhere these exclude; here they would be passed over, and the word be demanded. */
  private static void refuseSign(String text, int start) {
    if (text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '!')) {
      String word = text.substring(1);
      throw new QueryException(
          start,
          "'" + text.charAt(0) + "' does not exclude a word",
          "NOT " + word + ", or \"" + word + "\" to look for it");
    }
  }

  private int runEnd(int from) {
    int end = from;
    while (end < query.length() && !endsWord(query.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean endsWord(char c) {
    return isBlank(c) || c == '(' || c == ')' || isQuote(c);
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isLetter);
  }
}
