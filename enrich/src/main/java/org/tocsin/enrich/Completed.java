package org.tocsin.enrich;

import java.util.List;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Sighting;

/** All that is published of one article. */
public record Completed(EnrichedArticle article, List<Sighting> sightings, Outcome outcome) {
  public Completed {
    sightings = List.copyOf(sightings);
  }
}
