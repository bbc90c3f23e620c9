package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds who speaks where that stands inside the marks: {@code « Cette loi, a expliqué Roe, ne
 * changera rien. »}, {@code «Мост готов, — сказал Орлов. — Ждём».}
 */
final class Interjections {
  private static final int LONGEST = 14;

  private Interjections() {}

  /** The words of the reporter as a sentence of their own, and the subject in it. */
  record Interjection(Sentence sentence, NounPhrase subject) {}

  static @Nullable Interjection in(Piece quote, String paragraph, LanguagePack pack) {
    int shift = pack.option(Option.FRAMES) ? paragraph.indexOf(quote.text(), quote.start()) : -1;
    if (shift < 0 || quote.words() < 4) {
      return null;
    }
    List<Piece> pieces = shifted(quote.text(), shift, pack);
    for (int at = 1; at < pieces.size(); at++) {
      Interjection found = opens(pieces.get(at).kind()) ? at(pieces, at, pack) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean opens(Piece.Kind kind) {
    return kind == Piece.Kind.COMMA || kind == Piece.Kind.DASH;
  }

  private static List<Piece> shifted(String text, int shift, LanguagePack pack) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : PieceReader.read(text, List.of(), pack, new SmallWords())) {
      pieces.add(piece.shifted(shift));
    }
    return pieces;
  }

  /** Between two marks a cue first and its subject behind it. */
  private static @Nullable Interjection at(List<Piece> pieces, int mark, LanguagePack pack) {
    int end = mark + 1;
    while (end < pieces.size() && end - mark < LONGEST && pieces.get(end).word()) {
      end++;
    }
    boolean dash = pieces.get(mark).kind() == Piece.Kind.DASH;
    boolean closed = end < pieces.size() && closes(pieces, end, dash);
    if (!closed || !cueFirst(pieces, mark + 1, end, pack)) {
      return null;
    }
    List<Piece> words = new ArrayList<>();
    Piece first = pieces.get(0);
    words.add(
        new Piece(
            first.start(),
            first.end(),
            Written.plain(first.text() + ",", Piece.Kind.QUOTE),
            mark,
            List.of()));
    words.addAll(pieces.subList(mark, end));
    Sentence sentence = new Sentence(words);
    for (Attribution each : FrameFinder.find(sentence, pack)) {
      NounPhrase subject = each.subject();
      if (subject != null && each.shape() == Attribution.Shape.TRAILING) {
        return new Interjection(sentence, subject);
      }
    }
    return null;
  }

  private static boolean closes(List<Piece> pieces, int end, boolean dash) {
    Piece.Kind kind = pieces.get(end).kind();
    if (!dash) {
      return kind == Piece.Kind.COMMA;
    }
    boolean stop = kind == Piece.Kind.STOP && end + 1 < pieces.size();
    return kind == Piece.Kind.DASH || (stop && pieces.get(end + 1).kind() == Piece.Kind.DASH);
  }

  private static boolean cueFirst(List<Piece> pieces, int from, int end, LanguagePack pack) {
    for (int at = from; at < end; at++) {
      String word = pieces.get(at).folded();
      if (pack.lexeme(word).verb() != null) {
        return !pieces.get(at).capital() && (at + 1 < end || word.indexOf('-') > 0 || at > from);
      }
      if (!pack.in(WordClass.AUXILIARIES, word) && !pack.in(WordClass.REFLEXIVES, word)) {
        return false;
      }
    }
    return false;
  }
}
