package org.tocsin.enrich.statement;

import java.util.Locale;

/**
 * A section of a language file whose words the rules ask for: {@code TIMES} stands for {@code
 * [times] monday tuesday …}.
 */
enum WordClass {
  HE,
  SHE,
  THEY,
  IT,
  FIRST,
  CONTRACTED,
  APPROXIMATORS,
  AUXILIARIES,
  SUPPORTS,
  ASPECTS,
  REPORTERS,
  MAKERS,
  HEARSAY,
  SEEMINGS,
  ASKED,
  PASSIVES,
  NEGATIONS,
  ADVERBS,
  TIMES,
  PREPOSITIONS,
  LINKS,
  DETERMINERS,
  CONJUNCTIONS,
  SUBORDINATORS,
  RELATIVES,
  COMPLEMENTISERS,
  QUESTIONS,
  FINITES,
  STARTERS,
  TITLES,
  ROLES,
  BODIES,
  PLACES,
  MEDIA,
  PARTICLES,
  PASTS,
  UTTERANCES,
  ABBREVIATIONS,
  DEFINITE,
  INDEFINITE,
  OWNERS,
  LIMITS,
  NOUNS,
  REMARKS,
  TOPICS,
  CIRCUMSTANCES,
  CUE_NOUNS,
  WISH_NOUNS,
  TOPIC_NOUNS,
  OF_NOUNS,
  TO_NOUNS,
  AGENTS,
  BASES,
  DENIALS,
  CONDITIONS,
  OCCASIONS,
  VENUES,
  EXTREMES,
  SHARES,
  SPEECHES,
  COMPANIONS,
  REQUESTED,
  OWNING,
  OWNER_HE,
  OWNER_SHE,
  OWNER_IT,
  PRONOMINALS,
  OBJECTS,
  VERB_PARTICLES,
  NOBODY,
  ANYBODY,
  QUOTE_SOURCES,
  MALE_NAMES,
  FEMALE_NAMES,
  HE_OBLIQUE,
  SHE_OBLIQUE,
  REFLEXIVES,
  OBLIQUES,
  GENITIVES,
  ARTICLES,
  MARKERS,
  AS,
  WEAK_SOURCES,
  POSTPOSITIONS,
  REPORTS,
  SUBJUNCTIVES,
  ADDRESSEES,
  INFINITIVES,
  THESES,
  SINGULARS,
  LAM_SOURCES,
  GENITIVE_SOURCES,
  SURNAMES,
  PLURALS,
  ADVERB_MARKS,
  HEADERS,
  WITHOUT,
  LY_NOUNS,
  CONTINUERS,
  PAIRED,
  FINDINGS,
  HELD_NOUNS,
  MANNERS,
  KIN;

  private final long low;
  private final long high;

  /**
   * A bit for each class, over two numbers. It lives as long as the program and is stored nowhere.
   */
  @SuppressWarnings("EnumOrdinal")
  WordClass() {
    long bit = 1L << ordinal();
    this.low = ordinal() < Long.SIZE ? bit : 0;
    this.high = ordinal() < Long.SIZE ? 0 : bit;
  }

  long low() {
    return low;
  }

  long high() {
    return high;
  }

  /** The name of the section in the files. */
  String section() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
