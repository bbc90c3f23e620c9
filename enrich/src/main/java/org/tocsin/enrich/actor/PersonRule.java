package org.tocsin.enrich.actor;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.Token;

/**
 * Finds people by evidence around a run of capitals: {@code Harbour master Ines Roth said}, {@code
 * Tomas Brandl, a baker}. Without evidence a run stays a run.
 */
final class PersonRule {
  private static final int LONGEST = 5;
  private static final double ENOUGH = 2;

  /** Titles that are also adjectives: {@code the General Meeting}. */
  private static final Set<String> BROAD =
      Set.of(
          "official",
          "general",
          "special",
          "private",
          "chief",
          "foreign",
          "former",
          "deputy",
          "interior",
          "finance",
          "defence",
          "defense",
          "junior",
          "senior",
          "major",
          "miss",
          "executive",
          "vice",
          "prime");

  private final Lexicon lexicon;

  PersonRule(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** What stands before a name: {@code Peruvian Prime Minister}. */
  private record Prefix(boolean titled, @Nullable String sector, @Nullable String country) {}

  @Nullable Candidate at(Reading reading, int from) {
    if (!starts(reading, from)) {
      return null;
    }
    int to = end(reading, from);
    Prefix prefix = prefix(reading, from);
    if (to - from == 1 && !(prefix.titled && alone(reading, from))) {
      return null;
    }
    if (evidence(reading, from, to, prefix) < ENOUGH) {
      return null;
    }
    String name = reading.name(from, to);
    KnownActor actor =
        new KnownActor(Slug.id(name), name, ActorTag.Type.PERSON, prefix.country, prefix.sector);
    return new Candidate(from, to, actor, "person");
  }

  private boolean starts(Reading reading, int at) {
    return reading.nameable(lexicon, at)
        && !lexicon.is(Kind.TITLE, reading.at(at))
        && lexicon.nation(reading.at(at)) == null
        && lexicon.head(reading.at(at)) == null
        && !reading.at(at).allCapitals()
        && !(reading.sentenceStart(at)
            && reading.usuallyLower(reading.at(at))
            && !lexicon.firstName(reading.at(at)));
  }

  private int end(Reading reading, int from) {
    int to = from + 1;
    while (to - from < LONGEST && reading.has(to) && reading.bound(to - 1)) {
      Token token = reading.at(to);
      if (inName(reading, to)) {
        to++;
      } else if (lexicon.is(Kind.PARTICLE, token)
          && !token.capitalised()
          && reading.has(to + 1)
          && reading.bound(to)
          && inName(reading, to + 1)) {
        to += 2;
      } else {
        break;
      }
    }
    return to;
  }

  private boolean inName(Reading reading, int at) {
    Token token = reading.at(at);
    return reading.nameable(lexicon, at)
        && lexicon.head(token) == null
        && !(token.allCapitals() && token.text().length() > 2);
  }

  private double evidence(Reading reading, int from, int to, Prefix prefix) {
    double evidence = prefix.titled ? 2 : 0;
    Token first = reading.at(from);
    Token last = reading.at(to - 1);
    evidence += lexicon.firstName(first) ? 2 : 0;
    evidence +=
        from > 0 && reading.adjacent(from - 1) && lexicon.is(Kind.SPEECH, reading.at(from - 1))
            ? 1
            : 0;
    evidence += speaksAfter(reading, to) ? 2 : 0;
    evidence += explained(reading, to) ? 1.5 : 0;
    evidence += shaped(reading, from, to) ? shapeEvidence(reading, from, to) : 0;
    for (int i = from + 1; i < to - 1; i++) {
      evidence += reading.at(i).text().length() == 1 ? 2 : 0;
    }
    evidence -= placed(reading, to) || lexicon.is(Kind.PLACE, last) ? 4 : 0;
    evidence -= reading.heading(from) ? 3 : 0;
    evidence -= !prefix.titled && afterArticle(reading, from) ? 2 : 0;
    evidence -= reading.usuallyLower(last) ? 1 : 0;
    return evidence;
  }

  /** Whether the word right before is a title that may stand before a bare surname. */
  private boolean alone(Reading reading, int from) {
    return reading.adjacentOrDotted(from - 1)
        && !reading.heading(from)
        && lexicon.is(Kind.TITLE, reading.at(from - 1))
        && !BROAD.contains(reading.at(from - 1).folded());
  }

  /** Two or three plain words that are no place: how people are called, though not only they. */
  private boolean shaped(Reading reading, int from, int to) {
    if (to - from < 2 || to - from > 3 || lexicon.place(reading.name(from, to))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      Token token = reading.at(i);
      if (token.text().length() < 2
          || token.allCapitals()
          || reading.usuallyLower(token)
          || lexicon.is(Kind.PLACE, token)) {
        return false;
      }
    }
    return true;
  }

  private double shapeEvidence(Reading reading, int from, int to) {
    boolean acts =
        reading.has(to) && reading.adjacent(to - 1) && lexicon.is(Kind.ACT, reading.at(to));
    boolean beside =
        from > 0 && reading.adjacent(from - 1) && lexicon.is(Kind.BESIDE, reading.at(from - 1));
    return 0.9 + (acts ? 1.1 : 0) + (beside ? 1.1 : 0);
  }

  private static boolean afterArticle(Reading reading, int from) {
    if (from == 0 || !reading.adjacent(from - 1)) {
      return false;
    }
    return switch (reading.at(from - 1).folded()) {
      case "the", "a", "an", "this", "that", "its", "their", "our", "in", "at", "to", "near" ->
          true;
      default -> false;
    };
  }

  private boolean speaksAfter(Reading reading, int to) {
    if (!reading.has(to) || !reading.adjacent(to - 1)) {
      return false;
    }
    Token next = reading.at(to);
    boolean auxiliary =
        next.folded().equals("has") || next.folded().equals("had") || next.folded().equals("also");
    int verb = auxiliary && reading.has(to + 1) ? to + 1 : to;
    return lexicon.is(Kind.SPEECH, reading.at(verb)) && !reading.at(verb).capitalised();
  }

  /**
   * {@code , a ..}, {@code , the ..}, {@code , who ..}, {@code , 45,}, {@code (baker)} follow
   * people.
   */
  private boolean explained(Reading reading, int to) {
    if (!reading.has(to) || !reading.gap(to - 1).equals(", ")) {
      return false;
    }
    Token next = reading.at(to);
    return switch (next.folded()) {
      case "a", "an", "the", "who", "whose", "his", "her" -> true;
      default ->
          (next.number() && next.text().length() == 2)
              || (lexicon.is(Kind.TITLE, next) && !next.capitalised());
    };
  }

  private boolean placed(Reading reading, int to) {
    return reading.has(to)
        && reading.adjacent(to - 1)
        && lexicon.is(Kind.PLACE, reading.at(to))
        && reading.at(to).capitalised();
  }

  private Prefix prefix(Reading reading, int from) {
    boolean titled = false;
    String sector = null;
    String country = null;
    int at = from - 1;
    while (reading.has(at) && from - at <= 7 && (reading.bound(at) || possessive(reading, at))) {
      Token token = reading.at(at);
      if (lexicon.nation(token) != null && country == null) {
        country = lexicon.nation(token);
      } else if (lexicon.is(Kind.TITLE, token)) {
        titled = true;
        sector = sector == null || weak(sector) ? lexicon.sector(token) : sector;
      } else if (!token.folded().equals("s") && !(titled && token.folded().equals("of"))) {
        break;
      }
      at--;
    }
    return new Prefix(titled, sector, country);
  }

  /** A sector that a further title may make precise. */
  private static boolean weak(String sector) {
    return sector.equals("CVL");
  }

  private static boolean possessive(Reading reading, int at) {
    String gap = reading.gap(at);
    return gap.equals("'") || gap.equals("\u2019");
  }
}
