package org.tocsin.enrich.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Story;
import org.tocsin.contract.StoryRef;
import org.tocsin.enrich.sketch.ArticleSketch;

/** What a story is after one more article. */
public final class StoryGrowth {
  private StoryGrowth() {}

  /**
   * The story with an article added; a revision only widens its times and languages.
   *
   * @param story before, or null where this is its first article
   */
  public static Story grow(@Nullable Story story, ArticleSketch article, StoryRef ref) {
    if (story == null) {
      return new Story(
          ref.id(),
          article.article(),
          1,
          List.of(member(article, ref)),
          List.of(article.language()),
          article.time(),
          article.time());
    }
    boolean added = ref.relation() != StoryRef.Relation.REVISION;
    List<Story.Member> members = new ArrayList<>(story.members());
    if (added && members.size() < Story.LISTED) {
      members.add(member(article, ref));
    }
    return new Story(
        story.id(),
        story.first(),
        story.size() + (added ? 1 : 0),
        members,
        languages(story, article.language()),
        earlier(story.from(), article.time()),
        later(story.until(), article.time()));
  }

  private static Story.Member member(ArticleSketch article, StoryRef ref) {
    return new Story.Member(
        article.article(),
        article.url(),
        article.source(),
        article.time(),
        ref.relation(),
        ref.of(),
        ref.similarity());
  }

  private static List<String> languages(Story story, String language) {
    if (story.languages().contains(language)) {
      return story.languages();
    }
    List<String> languages = new ArrayList<>(story.languages());
    languages.add(language);
    return languages;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
