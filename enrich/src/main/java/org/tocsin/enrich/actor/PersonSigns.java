package org.tocsin.enrich.actor;

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
  private static final int NEAR = 10;
  private static final int SHORT = 5;
  private static final KeySet ARTICLES =
      KeySet.of("the", "a", "an", "this", "that", "its", "their", "our");
  private static final KeySet AUXILIARIES = KeySet.of("has", "had", "also", "later", "then");
  private static final KeySet PERSONAL = KeySet.of("who", "whose", "his", "her", "aged");
  private static final KeySet INTRODUCING = KeySet.of("a", "an", "the");
  private static final KeySet BORN = KeySet.of("born", "b");

  private final Reading reading;

  PersonSigns(Reading reading) {
    this.reading = reading;
  }

  /** What the words themselves say. */
  double shape(Run run) {
    double sum = run.size() == 1 ? lone(run.from()) : several(run);
    for (int i = run.from(); i < run.to(); i++) {
      sum += word(i);
    }
    sum -= reading.is(run.last(), Kind.PLACE) || reading.is(run.last(), Kind.THING) ? 3 : 0;
    sum -= reading.is(run.last(), Kind.HEAD) && !reading.is(run.last(), Kind.SURNAME) ? 2 : 0;
    sum -= reading.usuallyLower(run.last()) ? 0.8 : 0;
    return sum - Math.max(0, run.size() - 4);
  }

  private double word(int at) {
    double sum = reading.is(at, Kind.NATION) ? -2.5 : 0;
    boolean shouted = reading.allCapitals(at) && !reading.regnal(at);
    sum -= !reading.loud() && shouted ? 2 : 0;
    boolean name = reading.is(at, Kind.GIVEN) || reading.is(at, Kind.SURNAME);
    sum -= reading.is(at, Kind.COMMON) && !name ? 1 : 0;
    return sum - (reading.number(at) ? 2 : 0);
  }

  private double lone(int at) {
    double sum = reading.is(at, Kind.GIVEN) ? 0.7 : 0;
    sum += reading.is(at, Kind.SURNAME) ? 0.8 : 0;
    sum += reading.is(at, Kind.NAME) ? 0.6 : 0;
    sum += ending(at) ? 0.5 : 0;
    sum += reading.length(at) > 2 ? 0.8 : 0;
    sum -= reading.is(at, Kind.COMMON) ? 1.2 : 0;
    return sum - (reading.is(at, Kind.TOWN) ? 1 : 0);
  }

  private double several(Run run) {
    int from = run.from();
    int last = run.last();
    boolean vague = reading.is(from, Kind.COMMON) || reading.is(from, Kind.TOWN);
    double sum = reading.is(from, Kind.GIVEN) ? vague ? 1.3 : 2.4 : 0;
    sum += reading.is(from, Kind.NAME) || reading.is(from, Kind.SURNAME) ? 0.5 : 0;
    sum += reading.is(last, Kind.SURNAME) ? reading.is(last, Kind.COMMON) ? 0.6 : 1.2 : 0;
    sum += reading.is(last, Kind.NAME) || reading.is(last, Kind.GIVEN) ? 0.6 : 0;
    sum += ending(last) ? 0.8 : 0;
    sum += run.size() <= 3 ? 0.7 : 0;
    sum += reading.regnal(last) ? 1.5 : 0;
    sum -= reading.is(from, Kind.TOWN) || reading.is(from, Kind.NATION) ? 1 : 0;
    sum -= reading.is(from, Kind.PLACE_FIRST) && !reading.is(from, Kind.GIVEN) ? 1.2 : 0;
    for (int i = from; i < last; i++) {
      boolean initial = reading.length(i) == 1;
      sum += initial ? 1.5 : 0;
      sum += i > from && !reading.capital(i) ? 0.6 : 0;
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
    if (reading.is(at, Kind.COMMON)) {
      return false;
    }
    if (reading.foldedLength(at) <= SHORT) {
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

  /** What stands around says. */
  double context(Run run, boolean titled) {
    int from = run.from();
    int to = run.to();
    double sum = titled ? 2.5 : 0;
    sum += speaksAfter(to) ? 1.5 : 0;
    boolean before = from > 0 && reading.adjacent(from - 1);
    sum += before && reading.is(from - 1, Kind.SPEECH) ? 0.8 : 0;
    sum -= before && !titled && article(from - 1) ? 2 : 0;
    sum -= before && reading.is(from - 1, Kind.LOCATIVE) ? 0.8 : 0;
    sum += acts(to) ? 0.8 : 0;
    sum += explained(to) ? 1.5 : 0;
    sum += born(to) ? 2 : 0;
    sum += pronounNear(to) ? 0.5 : 0;
    sum += possessive(to) ? 0.3 : 0;
    return sum;
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
    if (!reading.has(to) || !reading.gapIs(to - 1, ", ")) {
      return false;
    }
    if (reading.reads(to, INTRODUCING)) {
      return reading.is(to + 1, Kind.TITLE);
    }
    return reading.reads(to, PERSONAL)
        || (reading.number(to) && reading.length(to) == 2)
        || (reading.is(to, Kind.TITLE) && !reading.words().capitalised(to));
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
    for (int i = to; i < to + NEAR && reading.has(i); i++) {
      if (reading.is(i, Kind.PRONOUN)) {
        return true;
      }
    }
    return false;
  }

  private boolean possessive(int to) {
    return reading.has(to)
        && reading.reads(to, Reading.POSSESSIVE)
        && reading.gapLength(to - 1) == 1;
  }
}
