package org.tocsin.enrich.novelty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.novelty.Wording.Word;

/** Turns the words of a statement into terms, by the word list of its language. */
final class WordReader {
  private static final int LONG_WORD = 8;

  /** Beyond this share of capitals among the words, a capital marks a headline and not a name. */
  private static final double HEADLINE = 0.6;

  /** How far apart the two parts of one negation may stand: {@code ne l'a jamais}. */
  private static final int NEGATION = 4;

  private static final Set<String> BEFORE_YEARS =
      Set.of(
          "in", "since", "by", "until", "till", "before", "after", "during", "early", "late", "mid",
          "of", "year", "from", "im", "seit", "bis", "en", "depuis", "desde", "в", "с");

  private final List<Word> words;
  private final WordList list;
  private final boolean english;
  private final boolean capitalsTell;
  private final List<Integer> terms = new ArrayList<>();
  private final List<Word> from = new ArrayList<>();

  /** The number that the next word may multiply or add to; null where there is none. */
  private @Nullable String number;

  WordReader(List<Word> words, WordList list, boolean english) {
    this.words = words;
    this.list = list;
    this.english = english;
    long inner = words.stream().filter(w -> !w.opening()).count();
    long capitals = words.stream().filter(w -> !w.opening() && w.capital()).count();
    this.capitalsTell = capitals < 3 || capitals < HEADLINE * inner;
  }

  Wording.Reading read() {
    int at = 0;
    while (at < words.size()) {
      Word word = words.get(at);
      String idiom =
          at + 1 < words.size() ? list.idiom(word.text(), words.get(at + 1).text()) : null;
      if (idiom != null) {
        put(term(idiom, word, true), join(word, words.get(at + 1)));
        at += 2;
      } else {
        read(word, at);
        at++;
      }
    }
    return Wording.Reading.of(terms, from);
  }

  private static Word join(Word first, Word second) {
    return new Word(first.text(), first.capital(), first.opening(), first.start(), second.end());
  }

  private void read(Word word, int at) {
    Integer zeros = list.scale(word.text());
    if (zeros != null && number != null) {
      replace(Figures.scaled(number, zeros), word);
      return;
    }
    String value = value(word, zeros);
    if (value == null) {
      put(term(word.text(), word, false), word);
      return;
    }
    String sum = number != null && isTens(number) && isUnit(value) ? sum(value) : null;
    if (sum != null) {
      replace(sum, word);
    } else {
      boolean date = isDate(value, word, at);
      put(Term.value(date ? WordClass.CALENDAR : WordClass.NUMBER, Term.TELLING, value), word);
      number = date ? null : value;
    }
  }

  /** {@code in 2031}, {@code March 3}. */
  private boolean isDate(String value, Word word, int at) {
    if (!value.equals(word.text())) {
      return false;
    }
    if (Figures.isYear(value)) {
      return at > 0 && (isMonth(at - 1) || BEFORE_YEARS.contains(words.get(at - 1).text()));
    }
    return value.length() <= 2 && (isMonth(at - 1) || isMonth(at + 1));
  }

  private boolean isMonth(int at) {
    if (at < 0 || at >= words.size()) {
      return false;
    }
    WordList.Entry entry = list.find(words.get(at).text());
    return entry != null && entry.kind() == WordClass.CALENDAR;
  }

  private @Nullable String sum(String value) {
    return number == null ? null : Figures.sum(number, value);
  }

  private void put(int read, Word word) {
    int term = read;
    int last = terms.size() - 1;
    if (last >= 0 && isName(term) && isName(terms.get(last)) && follows(from.get(last), word)) {
      // A first and a last name say hardly more than one of the two.
      terms.set(last, Term.weighing(terms.get(last), Term.PLAIN));
      term = Term.weighing(term, Term.PLAIN);
    }
    terms.add(term);
    from.add(word);
    number = null;
  }

  private static boolean isName(int term) {
    return WordClass.of(term) == WordClass.NAME;
  }

  private static boolean follows(Word first, Word second) {
    return second.start() <= first.end() + 1;
  }

  private void replace(String value, Word word) {
    int last = terms.size() - 1;
    terms.set(last, Term.value(WordClass.NUMBER, Term.TELLING, value));
    from.set(last, join(from.get(last), word));
    number = value;
  }

  private static boolean isTens(String value) {
    return value.length() == 2 && value.endsWith("0") && value.charAt(0) > '1';
  }

  private static boolean isUnit(String value) {
    return value.length() == 1 && !value.equals("0");
  }

  /** What a number word says; null where the word is no number. */
  private @Nullable String value(Word word, @Nullable Integer zeros) {
    if (zeros != null) {
      return word.text().length() < 3 && english ? null : Figures.scaled("1", zeros);
    }
    if (Character.isDigit(word.text().charAt(0))) {
      return Figures.read(word.text(), list);
    }
    WordList.Entry entry = list.find(word.text());
    if (entry == null) {
      return english ? null : list.compound(word.text());
    }
    return entry.kind() == WordClass.NUMBER ? entry.value() : null;
  }

  private int term(String written, Word word, boolean idiom) {
    boolean inner = word.capital() && !word.opening() && capitalsTell;
    WordList.Entry entry = idiom ? list.find(written) : entry(written, word, inner);
    String spelt = list.same(written);
    boolean listed = word.capital() && list.isName(written);
    if (entry == null) {
      boolean name = inner || listed || (word.capital() && isUnknown(spelt));
      return content(spelt, name, spelt.length() >= LONG_WORD ? Term.TELLING : Term.PLAIN);
    }
    return switch (entry.kind()) {
      case CONTENT -> content(spelt, listed || (inner && entry.band() > Term.COMMON), entry.band());
      case FUNCTION -> function(written);
      case NEGATION -> list.doublesNegation() && isNegated() ? function(written) : negation();
      default -> Term.value(entry.kind(), entry.band(), entry.value());
    };
  }

  /**
   * A capitalised {@code Will} inside a sentence is somebody, {@code may} is a month or a modal.
   */
  private WordList.@Nullable Entry entry(String written, Word word, boolean inner) {
    WordList.Entry entry = list.find(written);
    if (english && (written.equals("may") || written.equals("march"))) {
      boolean month = word.capital() && !word.opening();
      return month
          ? new WordList.Entry(WordClass.CALENDAR, Term.COMMON, written)
          : written.equals("may") ? entry : null;
    }
    return inner && entry != null && entry.kind() == WordClass.MODAL ? null : entry;
  }

  /** A capitalised word that opens a sentence and that no list has is rather a name. */
  private boolean isUnknown(String spelt) {
    String stem = Stem.of(spelt);
    return english && capitalsTell && list.head(stem) == null && list.side(stem) == null;
  }

  private static int negation() {
    return Term.value(WordClass.NEGATION, Term.COMMON, "not");
  }

  /** Whether a negation stands shortly before. */
  private boolean isNegated() {
    int from = Math.max(0, terms.size() - NEGATION);
    return terms.subList(from, terms.size()).stream()
        .anyMatch(term -> WordClass.of(term) == WordClass.NEGATION);
  }

  private int function(String word) {
    WordList.Side side = list.side(word);
    return side == null ? Term.function(word) : Term.opposite(Term.EMPTY, side, word);
  }

  private int content(String word, boolean name, int band) {
    String stem = english ? Stem.of(word) : word;
    String head = list.head(stem);
    String family = head != null ? head : english ? Stem.root(stem) : stem;
    if (name) {
      return Term.word(
          WordClass.NAME, Math.max(band, Term.TELLING), topic(stem, head), family, stem);
    }
    WordList.Side side = list.side(stem);
    side = side == null && head != null ? list.side(head) : side;
    if (side != null) {
      return Term.opposite(band, side, stem);
    }
    return Term.word(WordClass.CONTENT, band, topic(stem, head), family, stem);
  }

  private int topic(String stem, @Nullable String head) {
    int topic = list.topic(stem);
    return topic == 0 && head != null ? list.topic(head) : topic;
  }
}
