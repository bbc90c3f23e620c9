package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.Quotation;
import org.tocsin.enrich.text.WordScanner;

/** Cuts a paragraph into {@link Piece}s. A nickname in marks inside a name is left out. */
final class PieceReader {
  private static final int LONGEST_NICKNAME = 14;

  private static final Written[] MARKS = marks();

  private final String text;
  private final Vocabulary vocabulary;
  private final Pieces pieces;
  private final WordScanner scanner;
  private final SmallWords small;
  private boolean more;

  private PieceReader(String text, LanguagePack pack, SmallWords small) {
    this.text = text;
    this.small = small;
    this.vocabulary = pack.vocabulary();
    this.scanner = new WordScanner(text);
    this.more = scanner.next();
    this.pieces = new Pieces(text.length() / 5 + 8);
  }

  private static Written[] marks() {
    Written[] marks = new Written[128];
    for (char mark = 0; mark < marks.length; mark++) {
      Piece.Kind kind = mark == '-' ? Piece.Kind.DASH : kind(mark);
      marks[mark] = Written.plain(String.valueOf(mark), kind == null ? Piece.Kind.WORD : kind);
    }
    return marks;
  }

  static Pieces read(String text, List<Quotation> quotations, LanguagePack pack, SmallWords small) {
    PieceReader reader = new PieceReader(text, pack, small);
    int at = 0;
    for (Quotation quotation : quotations) {
      if ("《〈".indexOf(text.charAt(quotation.start())) >= 0) {
        continue;
      }
      reader.words(at, quotation.start());
      reader.quotation(quotation);
      at = quotation.end();
    }
    reader.words(at, text.length());
    return reader.pieces;
  }

  private void words(int from, int to) {
    int at = from;
    for (; more && scanner.start() < to; more = scanner.next()) {
      int start = scanner.start();
      if (start >= at) {
        marks(at, start);
        at = scanner.end();
        pieces.append(new Piece(start, at, word(), 1, List.of()));
      }
    }
    marks(at, to);
  }

  private Written word() {
    Written word = vocabulary.word(text, scanner);
    small.sift(word);
    return word;
  }

  private void quotation(Quotation quotation) {
    List<Written> inner = new ArrayList<>();
    for (; more && scanner.start() < quotation.end(); more = scanner.next()) {
      inner.add(word());
    }
    if (!nickname(quotation)) {
      pieces.append(
          new Piece(
              quotation.start(),
              quotation.end(),
              Written.plain(
                  text.substring(quotation.innerStart(), quotation.innerEnd()), Piece.Kind.QUOTE),
              inner.size(),
              inner));
    }
  }

  /** A comma before a dash says nothing more: {@code «…», — …}. */
  private void dropCommaBefore(Piece.Kind kind) {
    int last = pieces.size() - 1;
    if (kind == Piece.Kind.DASH && last >= 0 && pieces.get(last).kind() == Piece.Kind.COMMA) {
      pieces.removeLast();
    }
  }

  private boolean nickname(Quotation quotation) {
    if (quotation.end() - quotation.start() > LONGEST_NICKNAME || pieces.isEmpty()) {
      return false;
    }
    Piece before = pieces.get(pieces.size() - 1);
    int after = quotation.end() + 1;
    return before.capital()
        && !before.possessive()
        && before.end() + 1 == quotation.start()
        && after < text.length()
        && text.charAt(after - 1) == ' '
        && Character.isUpperCase(text.charAt(after))
        && Character.isUpperCase(text.charAt(quotation.innerStart()))
        && Character.isLetter(text.charAt(quotation.innerEnd() - 1));
  }

  private void marks(int from, int to) {
    for (int at = from; at < to; at++) {
      Piece.Kind kind = text.charAt(at) == ' ' ? null : kind(at, from, to);
      if (kind != null && !doubled(kind, at)) {
        dropCommaBefore(kind);
        pieces.append(new Piece(at, at + 1, mark(text.charAt(at), kind), 0, List.of()));
      }
    }
  }

  private static Written mark(char mark, Piece.Kind kind) {
    return mark < MARKS.length ? MARKS[mark] : Written.plain(String.valueOf(mark), kind);
  }

  /** {@code --} is one dash. */
  private boolean doubled(Piece.Kind kind, int at) {
    Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    return kind == Piece.Kind.DASH
        && text.charAt(at) == '-'
        && last != null
        && last.kind() == Piece.Kind.DASH
        && last.end() == at;
  }

  private Piece.@Nullable Kind kind(int at, int from, int to) {
    char mark = text.charAt(at);
    boolean dash = mark == '-' && at > from && at + 1 < to;
    return dash ? Piece.Kind.DASH : kind(mark);
  }

  private static Piece.@Nullable Kind kind(char mark) {
    return switch (mark) {
      case ',', '،', '，', '、' -> Piece.Kind.COMMA;
      case ':', '：' -> Piece.Kind.COLON;
      case '–', '—', '―', ';', '；' -> Piece.Kind.DASH;
      case '(', '[' -> Piece.Kind.OPEN;
      case ')', ']' -> Piece.Kind.CLOSE;
      case '.', '!', '?', '…', '。', '！', '？', '؟' -> Piece.Kind.STOP;
      default -> null;
    };
  }
}
