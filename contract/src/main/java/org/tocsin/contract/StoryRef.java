package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How an article belongs to its story.
 *
 * @param id of the story
 * @param of the article it was compared with; null for the first one
 * @param similarity share of the text that the two have in common, between 0 and 1; 1 for the first
 */
public record StoryRef(String id, Relation relation, @Nullable String of, double similarity) {
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

  public StoryRef {
    Checks.notBlank(id, "story id");
    Checks.fraction(similarity, "similarity");
    if ((relation == Relation.FIRST) != (of == null)) {
      throw new IllegalArgumentException("all but the first article name what they relate to");
    }
  }
}
