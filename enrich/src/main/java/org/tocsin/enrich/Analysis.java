package org.tocsin.enrich;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Statement;

/**
 * What stands in one article, before it is compared with any other.
 *
 * @param language ISO 639-1, or {@code und}
 * @param languageConfidence between 0 and 1
 * @param statements in order of the text, all of them still new
 */
public record Analysis(
    String language,
    @Nullable Double languageConfidence,
    List<CountryTag> countries,
    List<ActorTag> actors,
    List<Said> statements) {
  /** A statement, and the words around it for people to read. */
  public record Said(Statement statement, Sighting.Context context) {}

  /** How many actors of an article are kept; the most any real one names is a fraction of it. */
  static final int MOST_ACTORS = 500;

  /** How many mentions of one actor or country are kept. */
  static final int MOST_MENTIONS = 200;

  public Analysis {
    countries = List.copyOf(countries);
    actors = List.copyOf(actors);
    statements = List.copyOf(statements);
  }

  /** The statements that are news by themselves: those that are compared, published and ring. */
  public List<Said> telling() {
    return statements.stream().filter(said -> !said.statement().faint()).toList();
  }

  /**
   * The same, so bounded that it fits into a record whatever the article: the first so many
   * statements, {@value #MOST_ACTORS} actors, and {@value #MOST_MENTIONS} mentions of each actor
   * and country.
   */
  public Analysis withAtMost(int most) {
    return new Analysis(
        language,
        languageConfidence,
        countries.stream()
            .map(c -> new CountryTag(c.code(), c.role(), c.weight(), first(c.mentions())))
            .toList(),
        first(actors, MOST_ACTORS).stream()
            .map(
                a ->
                    new ActorTag(
                        a.id(), a.name(), a.type(), a.country(), a.role(), first(a.mentions())))
            .toList(),
        first(statements, most));
  }

  private static List<Mention> first(List<Mention> mentions) {
    return first(mentions, MOST_MENTIONS);
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.size() <= most ? all : all.subList(0, most);
  }
}
