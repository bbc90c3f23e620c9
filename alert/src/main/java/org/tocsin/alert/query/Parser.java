package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Span;

/**
 * Reads a query by recursive descent: {@code OR} binds weakest, then {@code AND} (which may be left
 * out), then {@code NOT}. Length, depth and the number of clauses are bounded, so that no query
 * costs more than a desk would write.
 */
final class Parser {
  static final int MAX_LENGTH = 2_000;
  static final int MAX_DEPTH = 20;
  static final int MAX_CLAUSES = 200;

  private final List<Token> tokens;
  private int next;
  private int depth;
  private int clauses;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Expression parse(String query) {
    if (query.length() > MAX_LENGTH) {
      throw new QueryException(
          MAX_LENGTH, "a query has at most " + MAX_LENGTH + " characters", "split the watch");
    }
    Parser parser = new Parser(new Lexer(query).tokens());
    parser.refuseSmallOperators();
    if (parser.peek().is(Token.Kind.END)) {
      throw new QueryException(0, "the query is empty", null);
    }
    Expression root = parser.or(null);
    parser.expectEnd();
    Positivity.check(root);
    return root;
  }

  /** {@code storm or flood} would demand the word "or". */
  private void refuseSmallOperators() {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isSmallOperator()
          && tokens.get(i - 1).endsOperand()
          && tokens.get(i + 1).beginsOperand()) {
        throw new QueryException(
            token.start(),
            "'" + token.text() + "' is a word like others here",
            "write "
                + token.text().toUpperCase(Locale.ROOT)
                + ", or \""
                + token.text()
                + "\" for the word");
      }
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    return tokens.get(next++);
  }

  private void expectEnd() {
    Token token = peek();
    if (token.is(Token.Kind.CLOSE)) {
      throw new QueryException(token.start(), "this bracket closes nothing", "remove )");
    }
  }

  private Expression or(@Nullable Field inside) {
    List<Expression> parts = new ArrayList<>();
    parts.add(and(inside));
    while (peek().is(Token.Kind.OR)) {
      expectOperandAfter(take());
      parts.add(and(inside));
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts, around(parts));
  }

  private Expression and(@Nullable Field inside) {
    List<Expression> parts = new ArrayList<>();
    expectOperandHere();
    parts.add(near(inside));
    while (peek().is(Token.Kind.AND) || peek().beginsOperand()) {
      if (peek().is(Token.Kind.AND)) {
        expectOperandAfter(take());
      }
      parts.add(near(inside));
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.And(parts, around(parts));
  }

  private Expression near(@Nullable Field inside) {
    Expression left = operand(inside);
    if (!peek().is(Token.Kind.NEAR)) {
      return left;
    }
    Token near = take();
    expectOperandAfter(near);
    Expression both = Proximity.near(left, near, operand(inside));
    if (peek().is(Token.Kind.NEAR)) {
      throw new QueryException(
          peek().start(), "NEAR joins two", "\"word word word\"~" + near.gap());
    }
    return both;
  }

  private void expectOperandHere() {
    Token token = peek();
    if (token.is(Token.Kind.NEAR)) {
      throw new QueryException(token.start(), "nothing stands before NEAR", "word NEAR/8 word");
    }
    if (token.is(Token.Kind.AND) || token.is(Token.Kind.OR)) {
      throw new QueryException(
          token.start(),
          "nothing stands before " + token.text(),
          "put \"" + token.text().toLowerCase(Locale.ROOT) + "\" in quotes if it is a word");
    }
    if (token.is(Token.Kind.CLOSE)) {
      throw new QueryException(token.start(), "this bracket closes nothing", "remove )");
    }
  }

  private void expectOperandAfter(Token operator) {
    if (!peek().beginsOperand()) {
      throw new QueryException(
          operator.start(),
          "nothing follows " + (operator.is(Token.Kind.NEAR) ? "NEAR" : operator.text()),
          null);
    }
  }

  private Expression operand(@Nullable Field inside) {
    Token token = take();
    return switch (token.kind()) {
      case NOT -> negation(token, inside);
      case OPEN -> group(token, inside);
      case FIELD -> inField(token, inside);
      default -> clause(token, inside == null ? Field.TEXT : inside, token.start());
    };
  }

  private Expression negation(Token not, @Nullable Field inside) {
    expectOperandAfter(not);
    deeper(not);
    Expression part = near(inside);
    depth--;
    if (part.counts()) {
      throw new QueryException(
          part.where().start(),
          "a number of outlets only grows, so it cannot stand behind NOT",
          "outlets:>=3");
    }
    return new Expression.Not(part, new Span(not.start(), tokens.get(next - 1).end()));
  }

  private Expression group(Token open, @Nullable Field inside) {
    if (peek().is(Token.Kind.CLOSE)) {
      throw new QueryException(open.start(), "nothing stands between these brackets", "remove ()");
    }
    deeper(open);
    expectClosed(open, !peek().is(Token.Kind.END));
    Expression content = or(inside);
    depth--;
    expectClosed(open, peek().is(Token.Kind.CLOSE));
    take();
    return content;
  }

  private static void expectClosed(Token open, boolean closed) {
    if (!closed) {
      throw new QueryException(open.start(), "this bracket is never closed", "add )");
    }
  }

  private Expression inField(Token name, @Nullable Field inside) {
    Field field = FieldNames.find(name);
    if (inside != null) {
      throw new QueryException(
          name.start(),
          "a field cannot stand inside the brackets of " + inside.label() + ":",
          "close the brackets first");
    }
    Token value = peek();
    return switch (value.kind()) {
      case OPEN -> group(take(), field);
      case WORD, PREFIX, PHRASE, WINDOW -> clause(take(), field, name.start());
      default ->
          throw new QueryException(name.start(), "nothing follows " + field.label() + ":", null);
    };
  }

  private Expression clause(Token token, Field field, int start) {
    if (++clauses > MAX_CLAUSES) {
      throw new QueryException(
          token.start(), "a query has at most " + MAX_CLAUSES + " clauses", "split the watch");
    }
    return new Expression.Clause(field, term(field, token), new Span(start, token.end()));
  }

  private static Term term(Field field, Token token) {
    if (field == Field.OUTLETS) {
      return Outlets.read(token);
    }
    return field.coded() ? Codes.read(field, token) : Proximity.checked(field, token);
  }

  private void deeper(Token token) {
    if (++depth > MAX_DEPTH) {
      throw new QueryException(token.start(), "brackets nest at most " + MAX_DEPTH + " deep", null);
    }
  }

  private static Span around(List<Expression> parts) {
    return new Span(parts.get(0).where().start(), parts.get(parts.size() - 1).where().end());
  }
}
