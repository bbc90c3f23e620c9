package org.tocsin.enrich.statement;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds attributions without a verb of saying: {@code according to Roe}, {@code Roe: “…”}, and
 * those whose verb stands apart, {@code „…“, hatte Roth erklärt}.
 */
final class SourceCues {
  private static final Verb SOURCE = new Verb(EnumSet.noneOf(Frame.class), false);
  private static final int LONGEST_LABEL = 4;
  private static final int FEWEST_HEADLINE = 4;

  private final Sentence sentence;
  private final LanguagePack pack;
  private final NounPhrases phrases;
  private final Subjects subjects;
  private final Surroundings around;

  SourceCues(Sentence sentence, LanguagePack pack, NounPhrases phrases, Subjects subjects) {
    this.sentence = sentence;
    this.pack = pack;
    this.phrases = phrases;
    this.subjects = subjects;
    this.around = new Surroundings(sentence);
  }

  /** One past a phrase such as {@code according to}; 0 where there is none. */
  int sourceEnd(int at) {
    if (!sentence.source(at)) {
      return 0;
    }
    for (List<String> phrase : pack.sources(sentence.folded(at))) {
      int i = 0;
      while (i < phrase.size() && phrase.get(i).equals(sentence.folded(at + i))) {
        i++;
      }
      if (i == phrase.size()) {
        return at + i;
      }
    }
    return 0;
  }

  @Nullable Attribution source(int at, int end) {
    int described = end;
    while (sentence.in(described, WordClass.TIMES)) {
      described++;
    }
    NounPhrase phrase = named(described);
    if (phrase == null) {
      return null;
    }
    NounPhrase who = subjects.withName(phrase);
    int to = around.regionEnd(who.to());
    boolean first = opens(at) || (sentence.mark(at - 1) && around.wordsBefore(at) < 2);
    boolean goesOn =
        around.goesOn(to)
            && new Openings(sentence, pack).finite(behindApposition(to) - 1, sentence.size());
    Attribution.Shape behind = goesOn ? Attribution.Shape.INSIDE : Attribution.Shape.TRAILING;
    Attribution.Shape shape = first ? Attribution.Shape.LEADING : behind;
    int content = !first ? to : sentence.comma(to) ? behindApposition(to) : who.to();
    return first && content >= sentence.size()
        ? null
        : new Attribution(shape, at, end, at, content, who, SOURCE, false, "according-to");
  }

  /** {@code according to |reports|}: behind a preposition no verb stands. */
  private @Nullable NounPhrase named(int at) {
    NounPhrase phrase = phrases.after(at);
    return phrase == null && sentence.in(at, WordClass.NOUNS) ? new NounPhrase(at, at + 1) : phrase;
  }

  /** Nothing but {@code And} or {@code But} before it. */
  private boolean opens(int at) {
    return at == 0 || (at == 1 && sentence.in(0, WordClass.CONJUNCTIONS));
  }

  /** According to Roe, a lawyer, |the … : over the apposition if another comma follows soon. */
  private int behindApposition(int comma) {
    if (!phrases.determiner(comma + 1)) {
      return comma + 1;
    }
    NounPhrase next = phrases.after(comma + 1);
    int end = next == null ? comma : next.to();
    if (next != null && sentence.in(end, WordClass.RELATIVES)) {
      end = around.regionEnd(end);
    }
    return sentence.comma(end) && end > comma ? end + 1 : comma + 1;
  }

  /** {@code Ann Roe: “We stay.”}, at the start or behind a dash. */
  @Nullable Attribution label(int colon) {
    int from = colon;
    while (sentence.capital(from - 1) && !sentence.function(from - 1)) {
      from--;
    }
    from = from == colon && role(colon) ? 0 : from;
    if (from < colon && colon - from <= LONGEST_LABEL && sentence.mark(from - 1)) {
      NounPhrase who = new NounPhrase(from, colon);
      return new Attribution(
          Attribution.Shape.LEADING,
          colon,
          colon + 1,
          from,
          colon + 1,
          who,
          SOURCE,
          false,
          "label");
    }
    return null;
  }

  /** {@code Fire chief: “Nobody could have survived”}. */
  private boolean role(int colon) {
    boolean words = sentence.in(colon - 1, WordClass.TITLES);
    for (int at = 0; at < colon; at++) {
      words &= sentence.word(at) && !sentence.function(at);
    }
    return words;
  }

  /**
   * {@code Roe: The dam is safe}, {@code Poll: Roe leads}: whether whom the label names can speak
   * is asked later, where the people of the article are known.
   */
  @Nullable Attribution headline(int colon) {
    int from = colon;
    while (sentence.capital(from - 1) && !sentence.function(from - 1)) {
      from--;
    }
    boolean labelled = from == 0 && colon > 0 && colon <= LONGEST_LABEL;
    boolean clause =
        sentence.size() - colon > FEWEST_HEADLINE
            && (sentence.titleCase()
                || new Openings(sentence, pack).finite(colon, sentence.size()));
    return labelled && clause && pack.option(Option.APPOSITION)
        ? new Attribution(
            Attribution.Shape.LEADING,
            colon,
            colon + 1,
            0,
            colon + 1,
            new NounPhrase(0, colon),
            SOURCE,
            false,
            Attribution.HEADLINE)
        : null;
  }

  /** {@code „…“, so Roth} and {@code „…“, hatte Roth gestern erklärt}. */
  @Nullable Attribution behindQuote(int at) {
    boolean source = sentence.in(at, WordClass.QUOTE_SOURCES);
    boolean bracket = pack.option(Option.VERB_BRACKET) && sentence.in(at, WordClass.AUXILIARIES);
    NounPhrase who = source || bracket ? subjects.right(at + 1) : null;
    int cue = who == null ? -1 : source ? at : verbBehind(who.to());
    if (who == null || cue < 0) {
      return null;
    }
    int to = around.regionEnd(who.to());
    return new Attribution(
        Attribution.Shape.TRAILING, cue, cue + 1, at, to, who, SOURCE, false, "behind");
  }

  private int verbBehind(int from) {
    int at = from;
    while (sentence.word(at) && sentence.verb(at) == null) {
      at++;
    }
    return sentence.word(at) ? at : -1;
  }
}
