package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.Lexicon.Head;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.Token;

/**
 * Finds bodies by the noun that heads their name: {@code Lakeside Farmers' Union}, {@code
 * University of Tromsø}, {@code Brightwater Inc}.
 */
final class OrganisationRule {
  private static final int LONGEST = 12;

  private final Lexicon lexicon;

  OrganisationRule(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Nullable Candidate at(Reading reading, int from) {
    Token first = reading.at(from);
    if (!first.capitalised() || skipped(reading, from)) {
      return null;
    }
    int head = -1;
    int end = from;
    int at = from;
    while (reading.has(at) && at - from < LONGEST && reading.at(at).capitalised()) {
      if (lexicon.head(reading.at(at)) != null && !(at == from && !linked(reading, at))) {
        head = at;
        end = at + 1;
      } else if (head >= 0 && !continues(reading, head, at)) {
        break;
      } else if (head >= 0 && linkedAfter(reading, head)) {
        end = at + 1;
      }
      int next = next(reading, at, head >= 0);
      if (next < 0) {
        break;
      }
      at = next;
    }
    return head < 0 || end - from < 2 ? null : candidate(reading, from, head, end);
  }

  /**
   * Words that begin no body's name: function words, titles, days; at a sentence start above all.
   */
  private boolean skipped(Reading reading, int index) {
    Token token = reading.at(index);
    return lexicon.is(Kind.START, token)
        || (lexicon.is(Kind.TITLE, token)
            && !reading.at(index).folded().equals("national")
            && lexicon.head(token) == null
            && !modifier(token));
  }

  /** Titles that also begin bodies' names: {@code Foreign Ministry}, {@code Supreme Court}. */
  private static boolean modifier(Token token) {
    return switch (token.folded()) {
      case "foreign",
          "defence",
          "defense",
          "interior",
          "finance",
          "national",
          "supreme",
          "security",
          "state",
          "general",
          "prime",
          "special",
          "royal",
          "judicial",
          "executive",
          "federal",
          "field" ->
          true;
      default -> false;
    };
  }

  private static boolean linked(Reading reading, int at) {
    return reading.adjacent(at) && reading.has(at + 2) && reading.at(at + 1).folded().equals("of");
  }

  private boolean linkedAfter(Reading reading, int head) {
    return reading.has(head + 1)
        && reading.adjacent(head)
        && lexicon.is(Kind.LINK, reading.at(head + 1));
  }

  /**
   * After the head only what a link ties to it belongs to the name, or what leads to a later head.
   */
  private boolean continues(Reading reading, int head, int at) {
    return linkedAfter(reading, head) && !lexicon.is(Kind.TITLE, reading.at(at)) && at - head <= 6;
  }

  /** The next word of the name, over links such as {@code of the}; -1 where the name ends. */
  private int next(Reading reading, int at, boolean headed) {
    if (!reading.has(at + 1) || !reading.bound(at)) {
      return -1;
    }
    if (reading.at(at + 1).capitalised()) {
      return at + 1;
    }
    boolean link =
        lexicon.is(Kind.LINK, reading.at(at + 1))
            || (headed && reading.at(at + 1).folded().equals("and"));
    int after = at + 2;
    if (!link || !reading.has(after) || !reading.adjacent(at + 1)) {
      return -1;
    }
    if (reading.at(after).folded().equals("the")
        && reading.adjacent(after)
        && reading.has(after + 1)) {
      after++;
    }
    return headed && reading.at(after).capitalised() ? after : -1;
  }

  private @Nullable Candidate candidate(Reading reading, int from, int head, int end) {
    Head kind = lexicon.head(reading.at(head));
    if (kind == null
        || (end - from == 2
            && reading.sentenceStart(from)
            && reading.usuallyLower(reading.at(from)))) {
      return null;
    }
    String country = null;
    for (int i = from; i < end && country == null; i++) {
      country = lexicon.nation(reading.at(i));
    }
    String name = reading.name(from, end);
    ActorTag.Type type = kind.type();
    return new Candidate(
        from, end, new KnownActor(Slug.id(name), name, type, country, kind.role()), "organisation");
  }
}
