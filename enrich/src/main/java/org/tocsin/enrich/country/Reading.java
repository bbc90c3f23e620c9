package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.Words;

/**
 * What the passes over the title and the text of an article have found: place names, and names of
 * people among them.
 *
 * @param people keys of words that are a person's surname somewhere in it
 * @param texts what was read: title and text
 * @param numbers of countries
 * @param vocabulary that hints at countries
 */
record Reading(
    List<Sighting> sightings,
    KeySet people,
    List<Words> texts,
    CountryNumbers numbers,
    Vocabulary vocabulary) {
  /** More than most articles have places. */
  private static final int USUAL = 32;

  Reading(Vocabulary vocabulary) {
    this(
        new ArrayList<>(USUAL),
        KeySet.ofAtMost(4),
        new ArrayList<>(2),
        new CountryNumbers(),
        vocabulary);
  }

  /** What the texts hint at without naming it; looked up now. */
  List<Vocabulary.Hint> hints() {
    return vocabulary.hints(texts);
  }
}
