package org.tocsin.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a story: the value of {@code stories}.
 *
 * @param first the article it began with
 * @param size number of articles, all counted
 * @param members the first {@value #LISTED} articles in order of arrival
 * @param from event time of the earliest member
 * @param until event time of the latest member
 */
public record Story(
    String id,
    String first,
    int size,
    List<Member> members,
    List<String> languages,
    Instant from,
    Instant until) {
  /** How many members a story lists; the rest are only counted. */
  public static final int LISTED = 200;

  /** One article of a story. */
  public record Member(
      String article,
      @Nullable String url,
      String source,
      Instant time,
      StoryRef.Relation relation,
      @Nullable String of,
      double similarity) {}

  public Story {
    Checks.notBlank(id, "story id");
    members = List.copyOf(members);
    languages = List.copyOf(languages);
  }
}
