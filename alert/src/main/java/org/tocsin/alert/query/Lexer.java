package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into tokens. Typographic quote marks count as quotes: desks paste from texts. */
final class Lexer {
  private static final String QUOTES = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02";

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String query) {
    this.query = query;
  }

  List<Token> tokens() {
    while (at < query.length()) {
      char c = query.charAt(at);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        at++;
      } else if (c == '(' || c == ')') {
        add(c == '(' ? Token.Kind.OPEN : Token.Kind.CLOSE, String.valueOf(c), at, at + 1);
      } else if (isQuote(c)) {
        phrase();
      } else {
        word();
      }
    }
    add(Token.Kind.END, "", at, at);
    return tokens;
  }

  private void add(Token.Kind kind, String text, int start, int end) {
    tokens.add(new Token(kind, text, start, end));
    at = end;
  }

  private void phrase() {
    int end = at + 1;
    while (end < query.length() && !isQuote(query.charAt(end))) {
      end++;
    }
    if (end == query.length()) {
      throw new QueryException(at, "this quote is never closed", "add \" at the end of the phrase");
    }
    add(Token.Kind.PHRASE, query.substring(at + 1, end), at, end + 1);
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
    int star = text.indexOf('*');
    if (star >= 0 && star < text.length() - 1) {
      throw new QueryException(
          start + star, "an asterisk stands only at the end of a word", "word*");
    }
    boolean prefix = star >= 0;
    add(
        prefix ? Token.Kind.PREFIX : Token.Kind.WORD,
        prefix ? text.substring(0, star) : text,
        start,
        end);
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '('
        || c == ')'
        || isQuote(c);
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isLetter);
  }
}
