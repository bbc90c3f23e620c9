package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.actor.Lexicon.Head;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.WordSet;
import org.tocsin.enrich.text.Words;

/**
 * Finds those who act without a name of their own: {@code the rebels}, {@code Norwegian security
 * forces}, {@code the Army}. They are {@code x:rebels}, {@code x:norwegian-security-forces}.
 */
final class CrowdRule {
  /** Kinds of words that the name of a crowd starts with. */
  private static final int STARTING = Kind.CROWD.bit() | Kind.NATION.bit() | Kind.MODIFIER.bit();

  private static final int FOLLOWING = Kind.START.bit() | Kind.SPEECH.bit() | Kind.ACT.bit();
  private static final int MOST_QUALIFIERS = 3;
  private static final KeySet FIGHTERS =
      KeySet.of("rebels", "guerrillas", "insurgents", "separatists", "jihadists", "mujahideen");
  private static final KeySet SIDES =
      KeySet.of(
          "army",
          "military",
          "navy",
          "opposition",
          "regime",
          "coalition",
          "militants",
          "terrorists",
          "paramilitaries",
          "militia",
          "militias",
          "guerrilla",
          "insurgency");
  private static final long FORCES = Words.folded("forces");
  private static final KeySet RANKS = KeySet.of("troops", "soldiers", "police");
  private static final long REBEL = Words.folded("rebel");
  private static final KeySet SINGULAR_OR_MANY = KeySet.of("police", "army");

  private final Reading reading;

  /** Words that may start a name and have the noun not far ahead. */
  private final WordSet starts;

  CrowdRule(Reading reading) {
    this.reading = reading;
    this.starts =
        reading.ofKinds(Kind.CROWD.bit()).near(1 + MOST_QUALIFIERS).and(reading.ofKinds(STARTING));
  }

  /** The words that the name of a crowd may start with. */
  WordSet starts() {
    return starts;
  }

  /** The crowd that is named from here on, or null. */
  @Nullable Candidate at(int from) {
    if (!starts.has(from)) {
      return null;
    }
    int at = from;
    String country = null;
    boolean named = from > 0 && reading.reads(from - 1, Reading.OF);
    if (!named && reading.is(at, Kind.NATION) && reading.adjacent(at)) {
      country = reading.lexicon().nation(reading.key(at));
      at++;
    }
    int qualified = at;
    while (at - qualified < MOST_QUALIFIERS
        && reading.is(at, Kind.MODIFIER)
        && reading.adjacent(at)
        && (reading.is(at + 1, Kind.CROWD) || reading.is(at + 1, Kind.MODIFIER))) {
      at++;
    }
    Head crowd = reading.is(at, Kind.CROWD) ? reading.lexicon().crowd(reading.key(at)) : null;
    if (crowd == null || !named(from, at, country != null) || !ends(at)) {
      return null;
    }
    String name = reading.name(from, at + 1);
    KnownActor actor = new KnownActor(Slug.id(name), name, crowd.type(), country, crowd.role());
    return new Candidate(from, at + 1, actor, "crowd");
  }

  /** Whether the words before make a certain crowd of it. */
  private boolean named(int from, int at, boolean nation) {
    boolean definite =
        from > 0 && reading.adjacent(from - 1) && reading.reads(from - 1, Reading.THE);
    boolean qualified = at - from > (nation ? 1 : 0);
    if (reading.reads(at, FIGHTERS)) {
      return definite || nation || qualified || reading.capital(at);
    }
    if (reading.reads(at, SIDES)) {
      return nation || definite;
    }
    if (reading.reads(at, FORCES)) {
      return qualified;
    }
    if (reading.reads(at, RANKS)) {
      return nation || qualified;
    }
    return nation && !reading.reads(at, REBEL);
  }

  /** Whether the crowd word is the noun of its phrase and not part of the next one. */
  private boolean ends(int at) {
    if (!reading.has(at + 1) || !reading.adjacent(at)) {
      return !reading.gapStarts(at, "-");
    }
    if (reading.capital(at + 1) && !reading.loud()) {
      return false;
    }
    return reading.endsIn(at, "s")
        || reading.reads(at, SINGULAR_OR_MANY)
        || reading.isAny(at + 1, FOLLOWING)
        || reading.endsIn(at + 1, "ed")
        || reading.endsIn(at + 1, "s");
  }
}
