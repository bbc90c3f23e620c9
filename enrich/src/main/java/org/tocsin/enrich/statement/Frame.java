package org.tocsin.enrich.statement;

/** What may stand behind a reporting verb, as written before its forms in a language file. */
enum Frame {
  /** A clause without a conjunction: {@code said they left}. */
  ZERO,
  /** The clause need not show a verb this program knows: {@code said they left}. */
  FREE,
  /** A clause with a conjunction: {@code noted that they left}. */
  THAT,
  /** An addressee first: {@code told reporters}. */
  OBJ,
  /** Somebody and an infinitive: {@code urged Roe to leave}. */
  OBJTO,
  /** An infinitive: {@code vowed to leave}. */
  TO,
  /** Something called for: {@code called for talks}. */
  FOR,
  /** Quoted words anywhere in the complement: {@code called it “a farce”}. */
  QUOTE,
  /** A thing that is judged or spoken of: {@code criticised the plan}. */
  NP,
  /** The same behind a preposition: {@code complained about the plan}. */
  PREP,
  /** The same, but never behind {@code to}: {@code spoke about the plan}. */
  ABOUT,
  /** The same behind {@code with}: {@code agreed with the plan}. */
  WITH,
  /** Denied it is the opinion of the opposite: {@code does not think they left}. */
  NEG,
  /** To say nothing is no statement: {@code refused to comment}. */
  REFUSES,
  /** An adjective, which reports behind a form of to be: {@code was sure that they left}. */
  STATE,
  /** Taking sides, also behind those who do: {@code unions |backing| Roe}. */
  STANCE,
  /** An adjective, which reports behind to make: {@code made it clear that they left}. */
  MADE,
  /** A thing reports with an object, people do not: {@code the poll |showed| a lead}. */
  THING,
  /** Only where {@code as} follows: {@code |sees| Roe as a friend}. */
  AS,
  /** It reports behind would alone: {@code would |like| to leave}. */
  WOULD,
  /** What agencies do: {@code reported}. */
  MEDIA,
  /** Whom one cites: {@code zitiert den Minister}. */
  CITES,
  /** A place that speaks: {@code heißt es in der Mitteilung}. */
  IN;

  private final int bit;

  /** A bit for each frame, which lives as long as the program and is stored nowhere. */
  @SuppressWarnings("EnumOrdinal")
  Frame() {
    this.bit = 1 << ordinal();
  }

  int bit() {
    return bit;
  }
}
