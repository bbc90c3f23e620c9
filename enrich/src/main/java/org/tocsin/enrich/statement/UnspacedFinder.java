package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds attributions in scripts without spaces, where each character is a piece: {@code 王明说：“…”}.
 * The words between two marks that end with a cue are subject and cue.
 */
final class UnspacedFinder {
  private static final Verb VERB = new Verb(EnumSet.of(Frame.ZERO, Frame.THAT, Frame.QUOTE), false);
  private static final int LONGEST_SUBJECT = 24;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final List<Attribution> found = new ArrayList<>();

  private UnspacedFinder(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.pack = pack;
  }

  static List<Attribution> find(Sentence sentence, LanguagePack pack) {
    UnspacedFinder finder = new UnspacedFinder(sentence, pack);
    int at = 0;
    while (at < sentence.size()) {
      int end = at;
      while (sentence.word(end)) {
        end++;
      }
      if (end > at) {
        finder.run(at, end);
      }
      at = end + 1;
    }
    return finder.found;
  }

  /** Whether the words from a piece on up to the next mark end with a cue. */
  static boolean attributes(List<Piece> pieces, int from, LanguagePack pack) {
    Sentence rest =
        new Sentence(pieces.subList(from, Math.min(pieces.size(), from + LONGEST_SUBJECT)));
    int end = 0;
    while (rest.word(end)) {
      end++;
    }
    return end > 1 && new UnspacedFinder(rest, pack).cue(0, end) != null;
  }

  private void run(int from, int end) {
    NounPhrase cue = cue(from, end);
    int subject = cue == null ? end : stripped(from, cue.from());
    if (cue == null || subject >= cue.from() || cue.from() - subject > LONGEST_SUBJECT) {
      return;
    }
    NounPhrase who = new NounPhrase(subject, strippedEnd(subject, cue.from()));
    boolean behindQuote =
        sentence.quote(from - 1) || (sentence.mark(from - 1) && sentence.quote(from - 2));
    Attribution.Shape shape = behindQuote ? Attribution.Shape.TRAILING : Attribution.Shape.LEADING;
    int to = behindQuote ? end : end + 1;
    if (behindQuote || ahead(end)) {
      found.add(
          new Attribution(
              shape,
              cue.from(),
              cue.to(),
              from,
              sentence.quote(end) ? end : to,
              who,
              VERB,
              false,
              "unspaced"));
    }
  }

  private boolean ahead(int end) {
    boolean mark = sentence.comma(end) || sentence.is(end, Piece.Kind.COLON);
    return sentence.quote(end) || (mark && sentence.has(end + 1));
  }

  private @Nullable NounPhrase cue(int from, int end) {
    String words = text(from, end);
    for (String verb : pack.rawVerbs()) {
      if (words.endsWith(verb) && end - verb.length() > from) {
        return new NounPhrase(end - verb.length(), end);
      }
    }
    return null;
  }

  private int stripped(int from, int to) {
    int start = from;
    boolean again = true;
    while (again) {
      again = false;
      for (String word : pack.strip()) {
        if (text(start, to).startsWith(word)) {
          start += word.length();
          again = true;
        }
      }
    }
    return start;
  }

  private int strippedEnd(int from, int to) {
    for (String word : pack.strip()) {
      if (to - word.length() > from && text(from, to).endsWith(word)) {
        return to - word.length();
      }
    }
    return to;
  }

  private String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int at = from; at < to; at++) {
      String piece = sentence.piece(at).text();
      text.append(piece.length() == 1 ? piece : "\u0000");
    }
    return text.toString();
  }
}
