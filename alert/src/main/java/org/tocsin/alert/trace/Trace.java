package org.tocsin.alert.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.StoryRef;

/**
 * The way of one article through the topics, stage by stage.
 *
 * @param article its id
 * @param received its records in {@code articles}; more than one where it was fetched again
 * @param outcomes how each of them ended
 * @param story null where it has not been enriched
 * @param alerts those that it rang, and those that it was a later sighting for
 * @param complete false where time ran out before all topics were read, so that there may be more
 */
public record Trace(
    String article,
    @Nullable String url,
    @Nullable String source,
    @Nullable String title,
    List<Place> received,
    List<Outcome> outcomes,
    @Nullable StoryRef story,
    List<Said> statements,
    List<Rang> alerts,
    List<Buried> deadLetters,
    boolean complete) {

  /** A record in a topic. */
  public record Place(int partition, long offset) {}

  /**
   * A statement of the article.
   *
   * @param original id of its first sighting
   */
  public record Said(
      String id, String original, Novelty novelty, @Nullable String speaker, String text) {}

  /**
   * An alert.
   *
   * @param first whether this article rang it
   */
  public record Rang(String id, String watch, boolean first, Instant rung) {}

  /** A record that could not be processed. */
  public record Buried(
      int partition, long offset, String stage, String step, String message, Instant time) {}

  public Trace {
    received = List.copyOf(received);
    outcomes = List.copyOf(outcomes);
    statements = List.copyOf(statements);
    alerts = List.copyOf(alerts);
    deadLetters = List.copyOf(deadLetters);
  }

  /** Whether nothing at all is known of the article. */
  public boolean unknown() {
    return received.isEmpty() && outcomes.isEmpty() && story == null && deadLetters.isEmpty();
  }
}
