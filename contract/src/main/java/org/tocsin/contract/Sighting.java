package org.tocsin.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement as it stands in one article, with all that a watch may ask about: the value of
 * {@code statements}. Its key is the id of the statement's first sighting, so that every sighting
 * of one statement meets in one partition.
 *
 * @param context the sentence or sentences around the statement, for people to read
 * @param countries of the article, without their mentions
 * @param actors of the article, without their mentions
 * @param lane of the article
 */
public record Sighting(
    Statement statement,
    Source article,
    Context context,
    List<Country> countries,
    List<Actor> actors,
    Lane lane) {
  /**
   * The article a statement stands in.
   *
   * @param name of the outlet
   * @param story id of the story the article belongs to
   * @param time event time of the article
   * @param received when ingest took the article in; null in records of earlier versions
   * @param zone offset from UTC in which the outlet wrote that time, {@code +01:00} or {@code Z};
   *     null where it did not say
   */
  public record Source(
      String id,
      int revision,
      @Nullable String url,
      String name,
      @Nullable String title,
      String language,
      Instant time,
      @Nullable Instant received,
      @Nullable String zone,
      String story) {
    /**
     * An article of which is not known when it was taken in, nor where its outlet's clock stands.
     */
    public Source(
        String id,
        int revision,
        @Nullable String url,
        String name,
        @Nullable String title,
        String language,
        Instant time,
        String story) {
      this(id, revision, url, name, title, language, time, null, null, story);
    }

    /**
     * When people could hear of it: its time, or the reception where an outlet's clock is ahead of
     * ours.
     */
    public Instant heard() {
      return received != null && time.isAfter(received) ? received : time;
    }
  }

  /**
   * Verbatim words around a statement.
   *
   * @param start where they begin in the statement's part of the article
   */
  public record Context(int start, String text) {}

  /** A country of the article. */
  public record Country(String code, CountryTag.Role role) {}

  /** An actor of the article. */
  public record Actor(String id, String name) {}

  public Sighting {
    countries = List.copyOf(countries);
    actors = List.copyOf(actors);
  }
}
