package org.tocsin.enrich.statement;

/** What sets the grammar of a language apart, as far as the rules must know. */
enum Option {
  /** Modifiers stand before their noun, names behind a role in commas: English. */
  APPOSITION,
  /** A clause behind a comma and a conjunction: {@code sagte, dass er komme}. */
  COMMA_CLAUSE,
  /** A clause behind a comma alone: {@code sagte, er komme}. */
  BARE_CLAUSE,
  /** The verb may stand before its subject: {@code am Montag sagte Roe}. */
  VERB_FIRST,
  /** Auxiliary and participle enclose the subject: {@code hat Roe gesagt}. */
  VERB_BRACKET,
  /** A verb without a subject goes on with the last one: {@code dijo}. */
  PRO_DROP,
  /** All nouns begin with capitals: German. */
  NOUN_CAPITALS,
  /** A script without capitals: Arabic. */
  NO_CAPITALS,
  /** A script without spaces: Chinese. */
  UNSPACED,
  /** Read by {@link FrameFinder}. */
  FRAMES,
  /** The subject is looked for behind its verb first: Arabic. */
  RIGHT_FIRST,
  /** Days and months have small letters, so that a capital makes a name of them. */
  LOWER_TIMES,
  /** Behind a role stands first what it is a role in: Russian. */
  ROLE_GENITIVES,
  /** Two words make a clause. */
  TERSE;

  private final int bit;

  @SuppressWarnings("EnumOrdinal")
  Option() {
    bit = 1 << ordinal();
  }

  int bit() {
    return bit;
  }
}
