package org.tocsin.alert.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.TriagedAlert;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.StoryRef;

/**
 * What is known around one alert.
 *
 * @param article with its tags; null where Kafka no longer has it
 * @param text of the article, in which the tags' offsets count; null where Kafka no longer has it
 * @param lineage every sighting of the statement, the first one first
 * @param earlier what the speaker said before; what this statement changes comes first
 * @param story that the article belongs to; null where Kafka no longer has it
 */
public record Dossier(
    TriagedAlert alert,
    @Nullable EnrichedArticle article,
    @Nullable String text,
    List<Descent> lineage,
    List<Earlier> earlier,
    @Nullable Told story) {
  public Dossier {
    lineage = List.copyOf(lineage);
    earlier = List.copyOf(earlier);
  }

  /** What a sighting made of the words of the first one. */
  public enum Relation {
    @JsonProperty("first")
    FIRST,
    @JsonProperty("same")
    SAME,
    /** Words are missing. */
    @JsonProperty("cut")
    CUT,
    /** Words came in. */
    @JsonProperty("extended")
    EXTENDED,
    /** Words were replaced. */
    @JsonProperty("changed")
    CHANGED
  }

  /**
   * A sighting of the statement.
   *
   * @param added words that the first sighting does not have, verbatim
   * @param removed words that only the first sighting has
   */
  public record Descent(
      String statement,
      String article,
      @Nullable String url,
      String source,
      @Nullable String title,
      Instant time,
      String text,
      Relation relation,
      List<String> added,
      List<String> removed) {
    public Descent {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /**
   * An earlier statement of the speaker.
   *
   * @param changed where it says something alike, the words that differ now; empty otherwise
   */
  public record Earlier(Sighting sighting, List<WordDifference.Change> changed) {
    public Earlier {
      changed = List.copyOf(changed);
    }
  }

  /**
   * The story of the article.
   *
   * @param size number of its articles, all counted
   * @param articles the earliest of them
   */
  public record Told(String id, int size, List<Member> articles) {
    public Told {
      articles = List.copyOf(articles);
    }
  }

  /**
   * An article of the story.
   *
   * @param of the article it was compared with
   * @param similarity to that one, between 0 and 1
   * @param reason why the two were joined, in words
   */
  public record Member(
      String id,
      @Nullable String url,
      String source,
      @Nullable String title,
      Instant time,
      StoryRef.Relation relation,
      @Nullable String of,
      double similarity,
      String reason) {}
}
