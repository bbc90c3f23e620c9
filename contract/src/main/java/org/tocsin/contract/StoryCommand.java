package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on a story: the value of {@code story-commands}. It holds against whatever is
 * measured, for as long as the articles are remembered.
 *
 * @param id of the command, the record's key
 * @param articles ids; to merge: one of each story, to split: those to take out of their story
 * @param by who said so
 * @param note why; null where nothing was said
 * @param time when it was said
 */
public record StoryCommand(
    String id, Kind kind, List<String> articles, String by, @Nullable String note, Instant time) {
  /** What is to be done. */
  public enum Kind {
    /** The stories of these articles are one. */
    @JsonProperty("merge")
    MERGE,
    /** These articles are a story of their own. */
    @JsonProperty("split")
    SPLIT;

    /** The name on the wire, for example {@code merge}. */
    public String label() {
      return Labels.of(this);
    }
  }

  /** Articles that one command may name. */
  public static final int MOST_ARTICLES = 200;

  public StoryCommand {
    Checks.notBlank(id, "command id");
    Checks.notBlank(by, "by");
    articles = List.copyOf(articles);
    int least = kind == Kind.MERGE ? 2 : 1;
    if (articles.size() < least || articles.size() > MOST_ARTICLES) {
      throw new IllegalArgumentException(
          "to " + kind.label() + " takes " + least + " to " + MOST_ARTICLES + " articles");
    }
  }
}
