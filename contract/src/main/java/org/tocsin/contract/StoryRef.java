package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How an article belongs to its story.
 *
 * @param id of the story
 * @param of the article it was compared with; null for the first one
 * @param similarity the larger share of one of the two texts that stands in the other, between 0
 *     and 1; 1 for the first
 * @param shared share of this article's own text that stands in the other, between 0 and 1; 1 for
 *     the first
 * @param reason why the two were joined, in words: {@code 97 % of it stands in the other}
 */
public record StoryRef(
    String id,
    Relation relation,
    @Nullable String of,
    double similarity,
    double shared,
    String reason) {
  /** What an article is to the one it was compared with. */
  public enum Relation {
    @JsonProperty("first")
    FIRST,
    @JsonProperty("copy")
    COPY,
    @JsonProperty("excerpt")
    EXCERPT,
    @JsonProperty("rewrite")
    REWRITE,
    @JsonProperty("revision")
    REVISION;

    /** The name on the wire, for example {@code excerpt}. */
    public String label() {
      return Labels.of(this);
    }
  }

  /** The reference of an article that is the first of its story. */
  public static StoryRef first(String story) {
    return new StoryRef(story, Relation.FIRST, null, 1, 1, "nothing like it before");
  }

  public StoryRef {
    Checks.notBlank(id, "story id");
    Checks.fraction(similarity, "similarity");
    Checks.fraction(shared, "shared");
    if ((relation == Relation.FIRST) != (of == null)) {
      throw new IllegalArgumentException("all but the first article name what they relate to");
    }
  }
}
