package org.tocsin.enrich;

import java.util.List;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Statement;

/**
 * What stands in one article, before it is compared with any other.
 *
 * @param language ISO 639-1, or {@code und}
 * @param statements in order of the text, all of them still new
 */
public record Analysis(
    String language, List<CountryTag> countries, List<ActorTag> actors, List<Said> statements) {
  /** A statement, and the words around it for people to read. */
  public record Said(Statement statement, Sighting.Context context) {}

  public Analysis {
    countries = List.copyOf(countries);
    actors = List.copyOf(actors);
    statements = List.copyOf(statements);
  }

  /** The same with the first so many statements. */
  public Analysis withAtMost(int most) {
    return statements.size() <= most
        ? this
        : new Analysis(language, countries, actors, statements.subList(0, most));
  }
}
