package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts the pieces of a paragraph into sentences. Full stops inside quotations do not count, those
 * of abbreviations and initials neither; a quotation that ends a sentence stays with the words that
 * attribute it: {@code “Why?” Roe asked.}
 */
final class SentenceReader {
  /** No sentence is longer: what looks like one is a table or a trap. */
  private static final int LONGEST = 300;

  private static final int MAY_END = Traits.STOP | Traits.QUOTE | Traits.DOTTED;

  private final LanguagePack pack;
  private final Pieces pieces;
  private final List<Sentence> sentences = new ArrayList<>();
  private int from;

  private SentenceReader(Pieces pieces, LanguagePack pack) {
    this.pieces = pieces;
    this.pack = pack;
  }

  static List<Sentence> read(Pieces pieces, LanguagePack pack) {
    SentenceReader reader = new SentenceReader(pieces, pack);
    reader.run();
    return reader.sentences;
  }

  private void run() {
    int[] traits = pieces.traits();
    int size = pieces.size();
    for (int at = 0; at < size; at++) {
      boolean ends = (traits[at] & MAY_END) != 0 && at + 1 < size && endsAfter(at);
      if (ends || at + 1 - from >= LONGEST) {
        close(at + 1);
      }
    }
    close(size);
  }

  private void close(int to) {
    if (to > from) {
      sentences.add(named(new Sentence(pieces, from, to)));
      from = to;
    }
  }

  /** {@code Till Roe}, {@code Will Roe} inside a sentence: little words that are first names. */
  private Sentence named(Sentence sentence) {
    if (!sentence.raises() || !pack.option(Option.APPOSITION)) {
      return sentence;
    }
    Pieces named = null;
    for (int at = 1; at < sentence.size(); at++) {
      if (sentence.function(at) && sentence.capital(at) && firstName(sentence, at)) {
        named = named == null ? Pieces.of(pieces.subList(from, from + sentence.size())) : named;
        named.set(at, sentence.piece(at).named());
      }
    }
    return named == null || sentence.titleCase() || sentence.shouting()
        ? sentence
        : new Sentence(named, 0, named.size());
  }

  private static boolean firstName(Sentence sentence, int at) {
    boolean behind =
        sentence.word(at - 1)
            || sentence.comma(at - 1)
            || (sentence.quote(at - 1) && sentence.piece(at - 1).text().endsWith(","));
    String word = sentence.piece(at).text();
    return behind
        && sentence.capital(at + 1)
        && !sentence.function(at + 1)
        && !sentence.pronoun(at)
        && !sentence.in(at, WordClass.DETERMINERS)
        && !sentence.in(at, WordClass.TIMES)
        && word.length() > 1
        && Character.isLowerCase(word.charAt(1));
  }

  private boolean endsAfter(int at) {
    Piece piece = pieces.get(at);
    Piece next = pieces.get(at + 1);
    return switch (piece.kind()) {
      case STOP -> !next.kind().equals(Piece.Kind.STOP) && fullStop(at, next);
      case QUOTE -> terminal(piece) && startsAnew(next) && !attributes(at, piece);
      case WORD -> next.lexeme().in(WordClass.STARTERS) && next.capital();
      default -> false;
    };
  }

  private boolean fullStop(int at, Piece next) {
    if (next.kind() == Piece.Kind.CLOSE
        || next.kind() == Piece.Kind.COMMA
        || (next.word() && startsSmall(next))) {
      return false;
    }
    Piece before = at == 0 ? null : pieces.get(at - 1);
    boolean dot = pieces.get(at).text().equals(".");
    return !dot || before == null || !before.word() || !abbreviated(before, next);
  }

  private boolean abbreviated(Piece word, Piece next) {
    boolean no = word.folded().equals("no");
    return (no ? next.number() : word.lexeme().in(WordClass.ABBREVIATIONS))
        || (word.text().length() == 1 && word.capital() && !word.text().equals("I"));
  }

  private static boolean startsSmall(Piece piece) {
    return Character.isLowerCase(piece.text().charAt(0));
  }

  private static boolean terminal(Piece quote) {
    return ".!?…。！？".indexOf(quote.text().charAt(quote.text().length() - 1)) >= 0;
  }

  private static boolean startsAnew(Piece next) {
    return next.kind() == Piece.Kind.QUOTE || (next.word() && !startsSmall(next));
  }

  /** Whether the words behind a quotation attribute it: a short run of words with a cue in it. */
  private boolean attributes(int at, Piece quote) {
    if (pieces.get(at + 1).kind() == Piece.Kind.QUOTE) {
      return false;
    }
    if (pack.option(Option.UNSPACED)) {
      return UnspacedFinder.attributes(pieces, at + 1, pack);
    }
    boolean full = quote.text().endsWith(".");
    for (int i = at + 1; i < pieces.size() && i < at + 9; i++) {
      Piece piece = pieces.get(i);
      if (!piece.word()) {
        return false;
      }
      if (piece.lexeme().verb() != null) {
        return !full || i + 1 == pieces.size() || pieces.get(i + 1).kind() == Piece.Kind.STOP;
      }
    }
    return false;
  }
}
