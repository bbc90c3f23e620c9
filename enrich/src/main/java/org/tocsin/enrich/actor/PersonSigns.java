package org.tocsin.enrich.actor;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.KeySet;

/** Weighs what speaks for a person: given names, titles, verbs of saying, {@code , 45,}. */
final class PersonSigns {
  private static final List<List<String>> ENDINGS =
      byLastLetter(
          "ov", "ova", "ev", "eva", "sky", "ski", "ska", "skiy", "skyy", "enko", "chuk", "vic",
          "vich", "wicz", "czyk", "sson", "sen", "sdottir", "oglu", "idis", "poulos", "akis",
          "shvili", "dze", "yan", "ian", "zadeh", "escu", "eanu", "mann", "stein", "berg", "feld",
          "baum", "ez", "inho", "elli", "etti", "ucci", "otto", "aitis", "auskas", "ullah");
  private static final List<String> NONE = List.of();

  /** The last two letters of the endings, by {@link #tail}: few other words have one of these. */
  private static final BitSet TAILS = new BitSet();

  static {
    ENDINGS.stream()
        .flatMap(List::stream)
        .forEach(ending -> TAILS.set(tail(ending, ending.length() - 1)));
  }

  private static final int NEAR = 10;
  private static final int SHORT = 5;
  private static final KeySet ARTICLES =
      KeySet.of("the", "a", "an", "this", "that", "its", "their", "our");
  private static final KeySet AUXILIARIES = KeySet.of("has", "had", "also", "later", "then");
  private static final KeySet FINITES =
      KeySet.of(
          "has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "may",
          "might", "must", "should", "does", "did");
  private static final KeySet PERSONAL = KeySet.of("who", "whose", "his", "her", "aged");
  private static final KeySet INTRODUCING = KeySet.of("a", "an", "the");
  private static final KeySet BORN = KeySet.of("born", "b");

  private static final int GIVEN = Kind.GIVEN.bit();
  private static final int SURNAME = Kind.SURNAME.bit();
  private static final int NAME = Kind.NAME.bit();
  private static final int COMMON = Kind.COMMON.bit();
  private static final int TOWN = Kind.TOWN.bit();
  private static final int NATION = Kind.NATION.bit();
  private static final int HEAD = Kind.HEAD.bit();
  private static final int PLACE_FIRST = Kind.PLACE_FIRST.bit();
  private static final int THINGS = Kind.PLACE.bit() | Kind.THING.bit();

  /** Of each word of a name. */
  private static final Weights WORD =
      new Weights().any(-25, NATION).but(-10, COMMON, GIVEN | SURNAME);

  private static final Weights LONE =
      new Weights()
          .any(7, GIVEN)
          .any(8, SURNAME)
          .any(6, NAME)
          .any(-12, COMMON)
          .any(-15, TOWN)
          .any(-30, THINGS)
          .but(-20, HEAD, SURNAME)
          .with(WORD);

  private static final Weights FIRST =
      new Weights()
          .but(24, GIVEN, COMMON | TOWN)
          .both(13, GIVEN, COMMON | TOWN)
          .any(5, NAME | SURNAME)
          .any(-10, TOWN | NATION)
          .but(-12, PLACE_FIRST, GIVEN)
          .with(WORD);

  private static final Weights LAST =
      new Weights()
          .but(12, SURNAME, COMMON)
          .both(6, SURNAME, COMMON)
          .any(6, NAME | GIVEN)
          .any(-30, THINGS)
          .but(-20, HEAD, SURNAME)
          .with(WORD);

  private final Reading reading;

  PersonSigns(Reading reading) {
    this.reading = reading;
  }

  /** What the words themselves say. */
  int shape(Run run) {
    int sum = run.size() == 1 ? lone(run.from()) : several(run);
    for (int i = run.from(); i < run.to(); i++) {
      sum -= !reading.loud() && reading.allCapitals(i) && !reading.regnal(i) ? 20 : 0;
      sum -= reading.number(i) ? 20 : 0;
    }
    sum -= reading.usuallyLower(run.last()) ? 8 : 0;
    return sum - 10 * Math.max(0, run.size() - 4);
  }

  private int lone(int at) {
    int sum = LONE.of(reading.kinds(at));
    sum += ending(at) ? 5 : 0;
    sum += reading.length(at) > 2 ? 8 : 0;
    return sum - (trade(at) ? 15 : 0);
  }

  /** {@code Shippers} at the start of a sentence, where the capital says nothing. */
  private boolean trade(int at) {
    return reading.sentenceStart(at)
        && (reading.kinds(at) & (GIVEN | SURNAME | NAME)) == 0
        && reading.endsIn(at, "ers");
  }

  private int several(Run run) {
    int from = run.from();
    int last = run.last();
    int sum = FIRST.of(reading.kinds(from)) + LAST.of(reading.kinds(last));
    sum += ending(last) ? 8 : 0;
    sum += run.size() <= 3 ? 7 : 0;
    sum += reading.regnal(last) ? 15 : 0;
    sum += reading.length(from) == 1 ? 15 : 0;
    for (int i = from + 1; i < last; i++) {
      sum += WORD.of(reading.kinds(i));
      sum += reading.length(i) == 1 ? 15 : 0;
      sum += !reading.capital(i) ? 6 : 0;
    }
    return sum;
  }

  private static List<List<String>> byLastLetter(String... endings) {
    return IntStream.rangeClosed('a', 'z')
        .mapToObj(
            last ->
                Stream.of(endings)
                    .filter(ending -> ending.charAt(ending.length() - 1) == last)
                    .toList())
        .toList();
  }

  private boolean ending(int at) {
    if (reading.is(at, Kind.COMMON) || !tailed(at) || reading.foldedLength(at) <= SHORT) {
      return false;
    }
    int last = reading.lastLetter(at) - 'a';
    for (String ending : last >= 0 && last < ENDINGS.size() ? ENDINGS.get(last) : NONE) {
      if (reading.endsIn(at, ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word may end like this by its last two letters; others than a to z may. */
  private boolean tailed(int at) {
    int end = reading.words().end(at);
    char last = reading.words().unit(end - 1);
    char before = reading.length(at) > 1 ? reading.words().unit(end - 2) : ' ';
    return last >= 128 || last == '.' || before >= 128 || TAILS.get(tail(before, last));
  }

  private static int tail(String word, int last) {
    return tail(word.charAt(last - 1), word.charAt(last));
  }

  private static int tail(char before, char last) {
    return (before | 0x20) << 7 | (last | 0x20);
  }

  /** What stands around says. */
  int context(Run run, boolean titled) {
    int from = run.from();
    int to = run.to();
    int sum = titled ? 25 : 0;
    sum += speaksAfter(to) ? 15 : 0;
    boolean before = from > 0 && reading.adjacent(from - 1);
    sum += before && reading.is(from - 1, Kind.SPEECH) && !goesOn(to) ? 8 : 0;
    sum -= before && !titled && article(from - 1) ? 20 : 0;
    sum -= before && reading.is(from - 1, Kind.LOCATIVE) ? 8 : 0;
    sum += acts(to) ? 8 : 0;
    sum += explained(to) ? 15 : 0;
    sum += run.size() > 1 && inserted(run) ? 15 : 0;
    sum += born(to) ? 20 : 0;
    sum += pronounNear(to) ? 5 : 0;
    sum += possessive(to) ? 3 : 0;
    return sum;
  }

  /** {@code said |Paris| had left}: what follows the verb is the subject of what was said. */
  private boolean goesOn(int to) {
    return reading.has(to) && reading.adjacent(to - 1) && reading.reads(to, FINITES);
  }

  private boolean article(int at) {
    return reading.reads(at, ARTICLES);
  }

  private boolean speaksAfter(int to) {
    if (!reading.has(to) || !reading.adjacent(to - 1)) {
      return false;
    }
    int verb = reading.reads(to, AUXILIARIES) ? to + 1 : to;
    return reading.is(verb, Kind.SPEECH) && !reading.capital(verb);
  }

  /** A verb of what people do right after: {@code Roe resigned}. */
  private boolean acts(int to) {
    if (!reading.has(to) || !reading.adjacent(to - 1) || reading.capital(to)) {
      return false;
    }
    return reading.is(to, Kind.ACT) || (reading.is(to, Kind.COMMON) && reading.endsIn(to, "ed"));
  }

  /**
   * {@code , a ..}, {@code , the ..}, {@code , who ..}, {@code , 45,}, {@code (baker)} follow
   * people.
   */
  private boolean explained(int to) {
    if (!reading.comma(to - 1)) {
      return false;
    }
    if (reading.reads(to, INTRODUCING)) {
      return reading.is(to + 1, Kind.TITLE);
    }
    return reading.reads(to, PERSONAL)
        || (reading.number(to) && reading.length(to) == 2)
        || (reading.is(to, Kind.TITLE) && !reading.words().capitalised(to));
  }

  /**
   * Between commas, behind what somebody is or before what one does: {@code its chairman, Ann Roe,
   * left}, {@code the mayor of Tarn, Ann Roe, said}.
   */
  boolean inserted(Run run) {
    int from = run.from();
    int to = run.to();
    if (!reading.comma(from - 1) || !reading.gapStarts(to - 1, ",")) {
      return false;
    }
    boolean office = reading.is(from - 1, Kind.TITLE) && !reading.words().capitalised(from - 1);
    boolean speaks = reading.comma(to - 1) && reading.is(to, Kind.SPEECH) && !reading.capital(to);
    return office || speaks;
  }

  /** {@code (born 1950)}, {@code (1950-2010)}. */
  private boolean born(int to) {
    if (!reading.has(to) || !reading.gapIs(to - 1, " (")) {
      return false;
    }
    return reading.reads(to, BORN)
        || (reading.number(to) && reading.length(to) == 4 && !reading.gapStarts(to, ")"));
  }

  private boolean pronounNear(int to) {
    return (reading.kinds(to, to + NEAR) & Kind.PRONOUN.bit()) != 0;
  }

  private boolean possessive(int to) {
    return reading.has(to)
        && reading.reads(to, Reading.POSSESSIVE)
        && reading.gapLength(to - 1) == 1;
  }
}
