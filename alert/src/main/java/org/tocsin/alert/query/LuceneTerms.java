package org.tocsin.alert.query;

/**
 * How words and codes are written in a Lucene index: {@code threats} as it stands in a text, {@code
 * en~threat} its stem in an English one. No word has a tilde.
 */
final class LuceneTerms {
  /** Field of the ids of actors. */
  static final String ACTOR_IDS = "actorIds";

  /** Field of the words of the headline; watches do not look there, people who search do. */
  static final String TITLE = "title";

  private LuceneTerms() {}

  static String stem(Stemming language, String stem) {
    return language.code() + '~' + stem;
  }
}
