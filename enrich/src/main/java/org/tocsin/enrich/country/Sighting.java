package org.tocsin.enrich.country;

import org.tocsin.contract.Mention;
import org.tocsin.contract.Part;
import org.tocsin.enrich.text.Words;

/**
 * A place name at its place in the article, before it is decided which country it means.
 *
 * @param text the whole of the title or text
 * @param key of its words, the same for each {@code Paris} of the article
 * @param chance how likely it is a place at all, judged by the words beside it
 * @param cued whether a word beside it says that it is a place
 */
record Sighting(
    Part in,
    String text,
    int start,
    int end,
    long gist,
    Meaning[] meanings,
    long key,
    double chance,
    boolean cued)
    implements Gist {

  Sighting(Part in, Words words, NameTable.Match name, long key, double chance, boolean cued) {
    this(
        in,
        words.text(),
        words.start(name.from()),
        words.end(name.to() - 1),
        name.gist(),
        name.meanings(),
        key,
        chance,
        cued);
  }

  boolean ambiguous() {
    return has(AMBIGUOUS);
  }

  /** The words as written. */
  String name() {
    return text.substring(start, end);
  }

  Mention mention(Place place) {
    return new Mention(in, start, end, name(), place.entry());
  }

  /** The same words meaning just this, for certain. */
  Sighting as(Place place) {
    Meaning meaning = Meaning.of(place);
    return new Sighting(
        in, text, start, end, meaning.gist(), new Meaning[] {meaning}, key, 1, true);
  }
}
