package org.tocsin.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a story: the value of {@code stories}. It changes when an article joins or
 * leaves it, and when two stories turn out to be one.
 *
 * @param id made from the first article's id
 * @param first the earliest article
 * @param fullest the article with the longest text, which the others are compared with
 * @param size number of articles, all counted
 * @param members the earliest {@value #LISTED} articles, by event time
 * @param outlets sources in the order they brought it
 * @param languages in the order they first came
 * @param countries ISO 3166-1 alpha-2 codes of the countries that the listed members are about
 * @param from event time of the earliest member
 * @param until event time of the latest member
 * @param movedTo story that its articles are in now; null while it has articles of its own
 */
public record Story(
    String id,
    String first,
    String fullest,
    int size,
    List<Member> members,
    List<String> outlets,
    List<String> languages,
    List<String> countries,
    Instant from,
    Instant until,
    @Nullable String movedTo) {
  /** How many members a story lists; the rest are only counted. */
  public static final int LISTED = 200;

  /** One article of a story, with what joins it: see {@link StoryRef}. */
  public record Member(
      String article,
      @Nullable String url,
      String source,
      Instant time,
      StoryRef.Relation relation,
      @Nullable String of,
      double similarity,
      double shared,
      String reason) {}

  public Story {
    Checks.notBlank(id, "story id");
    members = List.copyOf(members);
    outlets = List.copyOf(outlets);
    languages = List.copyOf(languages);
    countries = List.copyOf(countries);
  }

  /** What is left of a story whose articles have gone to another one. */
  public Story moved(String to) {
    return new Story(
        id, first, fullest, 0, List.of(), outlets, languages, countries, from, until, to);
  }
}
