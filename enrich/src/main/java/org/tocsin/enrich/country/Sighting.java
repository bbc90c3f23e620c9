package org.tocsin.enrich.country;

import org.tocsin.contract.Mention;
import org.tocsin.contract.Part;

/** A place name at its place in the article, before it is decided which country it means. */
record Sighting(Part in, int start, int end, String text, Meaning meaning) {
  boolean ambiguous() {
    return meaning.places().size() > 1;
  }

  Place likeliest() {
    return meaning.places().get(0);
  }

  Mention mention(Place place) {
    return new Mention(in, start, end, text, place.entry());
  }

  /** The same words meaning just this. */
  Sighting as(Place place) {
    return new Sighting(in, start, end, text, Meaning.or(null, place, false));
  }
}
