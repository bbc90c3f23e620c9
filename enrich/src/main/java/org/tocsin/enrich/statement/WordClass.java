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
  AUXILIARIES,
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
  CUE_NOUNS,
  WISH_NOUNS,
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
  FEMALE_NAMES;

  /** The name of the section in the files. */
  String section() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
