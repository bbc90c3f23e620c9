package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.actor.Lexicon.Kind;

/** Reads what stands before a person's name: {@code Peruvian Prime Minister}, {@code Mrs}. */
final class TitleReader {
  private static final int LONGEST = 7;

  private final Reading reading;

  TitleReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * What the words before a name make of the person.
   *
   * @param titled whether there is a title at all
   * @param sector CAMEO-style sector, for example {@code GOV}
   * @param country of the nation named among them
   */
  record Prefix(boolean titled, @Nullable String sector, @Nullable String country) {}

  Prefix before(int from, boolean lone) {
    boolean titled = false;
    String sector = null;
    String country = null;
    int at = from - 1;
    while (from - at <= LONGEST && reading.bound(at)) {
      if (reading.is(at, Kind.NATION) && country == null) {
        country = reading.lexicon().nation(reading.key(at));
      } else if (reading.is(at, Kind.TITLE)) {
        titled |= !(lone && at == from - 1 && reading.is(at, Kind.BROAD));
        sector =
            sector == null || weak(sector) ? reading.lexicon().sector(reading.key(at)) : sector;
      } else if (!reading.reads(at, Reading.POSSESSIVE)
          && !(titled && reading.reads(at, Reading.OF))) {
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
}
