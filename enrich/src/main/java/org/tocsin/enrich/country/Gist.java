package org.tocsin.enrich.country;

import org.tocsin.enrich.country.Place.Kind;

/**
 * What is asked of nearly every name of a text, in one number that stands beside the name in its
 * table: the meaning itself, its places and their codes lie far apart in memory. From the lowest
 * bit on: a bit for the kind of the likeliest place, flags, its country, and the number of the
 * {@link Meaning} among others.
 */
interface Gist {
  /** Whether it counts only as written in capitals ({@code US}). */
  long EXACT = 1L << 16;

  /** Whether it is an ordinary word as well ({@code Reading}). */
  long WORD = 1L << 17;

  /** Whether it is one so often that a word beside it must say "place". */
  long DOUBTFUL = 1L << 18;

  /** Whether it may mean several places. */
  long AMBIGUOUS = 1L << 19;

  /** Whether it hardly ever means another place than the likeliest. */
  long DOMINANT = 1L << 20;

  /** Whether one of the places, the likeliest or not, is a settlement. */
  long ANY_SETTLEMENT = 1L << 21;

  /** Whether the likeliest has as many inhabitants as a {@link Meaning} takes for middling. */
  long MIDDLING = 1L << 22;

  /** The same for large. */
  long LARGE = 1L << 23;

  /** Whether mentions are named by where an installation's own name comes from. */
  long OWN = 1L << 24;

  long KINDS = (1L << 16) - 1;
  int COUNTRY_SHIFT = 28;
  int COUNTRY_MASK = (1 << 10) - 1;
  int NUMBER_SHIFT = 40;

  static int number(long gist) {
    return (int) (gist >>> NUMBER_SHIFT);
  }

  static long numbered(long gist, int number) {
    return gist | ((long) number << NUMBER_SHIFT);
  }

  /** The number of the country that a gist is of. */
  static int country(long gist) {
    return (int) (gist >>> COUNTRY_SHIFT) & COUNTRY_MASK;
  }

  long gist();

  /** Where the meaning stands under the number that the gist has. */
  Meaning[] meanings();

  default Meaning meaning() {
    return meanings()[number(gist())];
  }

  /** Whether any of these bits is set. */
  default boolean has(long bits) {
    return (gist() & bits) != 0;
  }

  /** Whether it hides a place name and says nothing itself. */
  default boolean stop() {
    return !has(KINDS);
  }

  /** Whether the likeliest is of a kind. */
  default boolean is(Kind kind) {
    return has(kind.bit());
  }

  /** Whether it is a country by name. */
  default boolean nation() {
    return has(Kind.NATIONS);
  }

  /** Whether the likeliest is a settlement, of which there may be others of the same name. */
  default boolean settlement() {
    return has(Kind.SETTLEMENTS);
  }

  /** The number of the likeliest's country. */
  default int country() {
    return country(gist());
  }

  /** The likeliest's; not to be asked of what {@linkplain #stop says nothing}. */
  default Kind kind() {
    return Kind.of(gist() & KINDS);
  }

  /** The same for the likeliest place; that of a town is without its inhabitants. */
  default Place likeliest() {
    return has(OWN) ? meaning().likeliest() : Place.of(country(), kind());
  }
}
