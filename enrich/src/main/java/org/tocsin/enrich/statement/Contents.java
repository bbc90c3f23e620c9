package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tocsin.contract.Statement;

/**
 * Gives each attribution of a sentence what it attributes, each word at most once: what a leading
 * one introduces ends where the next one coordinated with it begins; what one inside another says
 * belongs to the outer one; an agency named last is only the way it reached the reporter.
 */
final class Contents {
  private static final int FEWEST_WORDS = 3;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final List<Attribution> attributions;
  private final BitSet dropped = new BitSet();
  private final List<Finding> found = new ArrayList<>();
  private int lower;

  private Contents(Sentence sentence, LanguagePack pack, List<Attribution> attributions) {
    this.sentence = sentence;
    this.pack = pack;
    this.attributions = attributions;
  }

  static List<Finding> of(Sentence sentence, LanguagePack pack, List<Attribution> attributions) {
    Contents contents = new Contents(sentence, pack, attributions);
    for (int i = 0; i < attributions.size(); i++) {
      if (!contents.dropped.get(i)) {
        contents.take(i);
      }
    }
    return contents.found;
  }

  private void take(int index) {
    Attribution attribution = attributions.get(index);
    boolean held = attribution.rule().equals(Attribution.HEARSAY);
    if (attribution.from() < lower && (held || attribution.shape() != Attribution.Shape.LEADING)) {
      return;
    }
    switch (attribution.shape()) {
      case LEADING -> leading(index, attribution);
      case TRAILING -> trailing(index, attribution);
      case INSIDE -> inside(attribution);
      case MUTE -> {
        // lends its subject only
      }
    }
  }

  private void leading(int index, Attribution attribution) {
    int end = end(index, attribution);
    if (end < 0 || mediaPassesOn(index, attribution, end)) {
      return;
    }
    boolean judges =
        attribution.verb().takes(Frame.QUOTE) && attribution.to() == attribution.cueTo();
    if (attribution.verb().takes(Frame.QUOTE) && named(attribution, end)) {
      return;
    }
    if (judges && Shares.of(sentence, attribution.to(), end).quoted() > 0) {
      int quoted = lastQuote(attribution.to(), end) + 1;
      boolean reason = sentence.in(quoted, WordClass.TOPICS);
      end = reason ? new ContentEnds(sentence, pack).ofObject(quoted, end) : quoted;
    }
    emit(attribution.to(), end, attribution);
    lower = Math.max(lower, end);
  }

  /** {@code which calls itself “The Long Road”}: a name in marks is no judgement. */
  private boolean named(Attribution attribution, int end) {
    if (!attribution.rule().equals("relative")) {
      return false;
    }
    boolean title = false;
    for (int at = attribution.cueTo(); at < end; at++) {
      if (sentence.quote(at) && !Works.title(sentence.piece(at))) {
        return false;
      }
      title |= sentence.quote(at);
    }
    return title;
  }

  /** Where what a leading attribution introduces ends; −1 if a trailing one outranks it. */
  private int end(int index, Attribution attribution) {
    boolean subordinate =
        opened(attribution.from())
            || (sentence.in(attribution.from() - 1, WordClass.SUBORDINATORS)
                && !sentence.folded(attribution.from() - 1).equals("while"));
    if ((attribution.object() || attribution.nobodys()) && outranked(index)) {
      return -1;
    }
    boolean brief = subordinate || relative(attribution) || attribution.aside();
    int first = Math.max(attribution.to(), attribution.cueTo());
    int end = brief ? nextComma(first) : sentence.size();
    if (attribution.rule().equals(Attribution.TOPIC) || sides(attribution)) {
      end = new ContentEnds(sentence, pack).ofTopic(attribution.to(), end);
    } else if (attribution.object()) {
      end = new ContentEnds(sentence, pack).ofObject(attribution.to(), end);
    } else if (Shares.of(sentence, attribution.to(), end).quoted() == 0) {
      end = new ContentEnds(sentence, pack).ofClause(attribution.to(), end);
    } else {
      end = new ContentEnds(sentence, pack).behindQuote(lastQuote(attribution.to(), end), end);
    }
    for (int i = index + 1; i < attributions.size(); i++) {
      Attribution next = attributions.get(i);
      if (next.from() >= end) {
        break;
      }
      if (next.from() < attribution.to()) {
        boolean outer = next.from() <= attribution.from() && next.cueFrom() > attribution.to();
        end = outer ? Math.min(end, next.cueFrom()) : end;
        continue;
      }
      if (cuts(next) || (attribution.aside() && next.to() > end)) {
        return next.from();
      }
      if (next.shape() == Attribution.Shape.TRAILING) {
        return trailingEnd(i, next, attribution);
      }
      dropped.set(i);
    }
    return end;
  }

  /** {@code unions |backing Roe| met}: the verb of the sentence follows. */
  private static boolean sides(Attribution attribution) {
    return attribution.verb().takes(Frame.STANCE)
        && attribution.subject() != null
        && attribution.rule().equals("participle");
  }

  /** {@code who said …,} and {@code which Roe said …,}: to the comma. */
  private boolean relative(Attribution attribution) {
    return attribution.rule().equals("relative")
        || sentence.in(attribution.from() - 1, WordClass.RELATIVES);
  }

  /** {@code Although in May Roe said …, }: the clause that opens the sentence ends at its comma. */
  private boolean opened(int from) {
    for (int at = 0; at < from; at++) {
      if (sentence.mark(at)) {
        return false;
      }
    }
    return from > 0 && sentence.in(0, WordClass.SUBORDINATORS);
  }

  /** All of the sentence is said by somebody named at its end. */
  private boolean outranked(int index) {
    for (int i = index + 1; i < attributions.size(); i++) {
      Attribution next = attributions.get(i);
      boolean last =
          next.shape() == Attribution.Shape.TRAILING || next.shape() == Attribution.Shape.INSIDE;
      if (last && !next.object() && !Agencies.passesOn(sentence, pack, next)) {
        return quoteBefore(next.from()) < 0;
      }
    }
    return false;
  }

  private int trailingEnd(int i, Attribution next, Attribution attribution) {
    if (Agencies.passesOn(sentence, pack, next)) {
      dropped.set(i);
      return next.from();
    }
    int quote = quoteBefore(next.from());
    boolean apart = sentence.mark(quote - 1) || sentence.in(quote - 1, WordClass.CONJUNCTIONS);
    return quote > attribution.to() && apart ? quote : -1;
  }

  /** The next attribution stands beside this one, not inside what it introduces. */
  private boolean cuts(Attribution next) {
    if (next.shape() != Attribution.Shape.LEADING && next.shape() != Attribution.Shape.MUTE) {
      return false;
    }
    if (next.aside()) {
      return next.rule().equals(Attribution.ASKED)
          && sentence.in(next.from(), WordClass.SUBORDINATORS);
    }
    String before = sentence.folded(next.from() - 1);
    boolean joined =
        sentence.in(next.from() - 1, WordClass.CONJUNCTIONS)
            || before.equals("while")
            || before.equals("whereas")
            || (sentence.in(next.from() - 1, WordClass.REMARKS) && sentence.mark(next.from() - 2));
    boolean participle = next.subject() == null && !sentence.word(next.from() - 1);
    if (semicolon(next.from() - 1)) {
      return true;
    }
    boolean talks = next.verb().takes(Frame.ABOUT);
    return next.shape() == Attribution.Shape.LEADING
        ? joined || participle
        : joined && next.subject() == null && !talks;
  }

  private boolean semicolon(int at) {
    return sentence.is(at, Piece.Kind.DASH) && sentence.piece(at).text().equals(";");
  }

  /** Reuters reported that Roe said …: Roe is who speaks. */
  private boolean mediaPassesOn(int index, Attribution attribution, int end) {
    if (!Agencies.named(sentence, pack, attribution)) {
      return false;
    }
    for (int i = index + 1; i < attributions.size(); i++) {
      Attribution inner = attributions.get(i);
      if (inner.from() == attribution.to()
          && inner.to() < end
          && inner.shape() == Attribution.Shape.LEADING) {
        dropped.clear(i);
        return true;
      }
    }
    return false;
  }

  private void trailing(int index, Attribution attribution) {
    int quote = quoteBefore(attribution.from());
    boolean via = Agencies.passesOn(sentence, pack, attribution) && !found.isEmpty();
    if (!via) {
      int from = quote >= 0 ? clauseStart(quote) : lower;
      if (quote >= 0 || new Openings(sentence, pack).clause(from, attribution.from())) {
        emit(from, attribution.from(), attribution);
      }
    }
    lower = attribution.to();
    goOn(index, attribution);
  }

  /** Where the reporter's clause around a quotation begins: behind a colon or the last finding. */
  private int clauseStart(int quote) {
    if (sentence.piece(quote).words() > 3 && lower > 0 && (quote == lower || quote == lower + 1)) {
      return quote;
    }
    for (int at = quote - 1; at >= lower; at--) {
      if (sentence.is(at, Piece.Kind.COLON) || (sentence.quote(at) && at == quote - 1)) {
        return sentence.quote(at) ? at : at + 1;
      }
    }
    return lower;
  }

  /** “…,” Roe said, “…” */
  private void goOn(int index, Attribution attribution) {
    int next =
        sentence.quote(lower)
            ? lower
            : sentence.mark(lower) && sentence.quote(lower + 1) ? lower + 1 : -1;
    boolean taken =
        index + 1 < attributions.size()
            && attributions.get(index + 1).shape() == Attribution.Shape.TRAILING
            && attributions.get(index + 1).from() <= next + 2;
    if (next >= 0 && !taken && !Works.named(sentence, next)) {
      int to = next + 1;
      while (sentence.quote(to)) {
        to++;
      }
      join(next, to, attribution);
      lower = to;
    }
  }

  /** Both halves are one statement, the words between them included. */
  private void join(int next, int to, Attribution attribution) {
    int from = next;
    Statement.Kind kind = Statement.Kind.DIRECT;
    if (!found.isEmpty() && attribution.equals(found.get(found.size() - 1).attribution())) {
      Finding first = found.remove(found.size() - 1);
      from = first.from();
      kind = first.kind();
    }
    found.add(new Finding(sentence, from, to, kind, attribution, "split"));
  }

  private void inside(Attribution attribution) {
    Openings openings = new Openings(sentence, pack);
    int from = attribution.from();
    boolean clause =
        !openings.circumstance(lower, from)
            || openings.finite(lower, from)
            || sentence.in(attribution.to() + 1, WordClass.FINITES);
    if (clause || openings.finite(attribution.to(), sentence.size())) {
      emit(clause ? lower : attribution.to(), sentence.size(), attribution);
    }
    lower = sentence.size();
  }

  private void emit(int from, int to, Attribution attribution) {
    int first = from;
    int last = to;
    while (first < last && sentence.mark(first)) {
      first++;
    }
    while (last > first && (loose(last - 1) || unopened(first, last - 1))) {
      last--;
    }
    Shares shares = Shares.of(sentence, first, last);
    if (last > first && (shares.quoted() > 0 || shares.words() >= fewestWords(attribution))) {
      found.add(
          new Finding(
              sentence,
              first,
              last,
              shares.kind(),
              attribution,
              attribution.object() ? attribution.rule() + "-object" : attribution.rule()));
    }
  }

  /**
   * A clause has two words, {@code it failed}; inflected languages say in two what others in three.
   */
  private int fewestWords(Attribution attribution) {
    if (pack.option(Option.APPOSITION)) {
      return attribution.object() ? 1 : FEWEST_WORDS - 1;
    }
    return pack.option(Option.TERSE) ? FEWEST_WORDS - 1 : FEWEST_WORDS;
  }

  private boolean unopened(int from, int close) {
    for (int at = from; at < close; at++) {
      if (sentence.is(at, Piece.Kind.OPEN)) {
        return false;
      }
    }
    return sentence.is(close, Piece.Kind.CLOSE);
  }

  private boolean loose(int at) {
    String word = sentence.folded(at);
    return sentence.in(at, WordClass.CONJUNCTIONS)
        || word.equals("while")
        || (sentence.mark(at) && !sentence.is(at, Piece.Kind.CLOSE));
  }

  private int quoteBefore(int at) {
    return sentence.quote(at - 1)
        ? at - 1
        : sentence.mark(at - 1) && sentence.quote(at - 2) ? at - 2 : -1;
  }

  private int lastQuote(int from, int to) {
    int last = from;
    for (int at = from; at < to; at++) {
      last = sentence.quote(at) ? at : last;
    }
    return last;
  }

  private int nextComma(int from) {
    int at = from;
    while (at < sentence.size() && !sentence.comma(at)) {
      at++;
    }
    return at;
  }
}
