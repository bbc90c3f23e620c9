package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one input ended: the value of {@code outcomes}, keyed by article id. Every record of {@code
 * articles} has exactly one, and so has every input that ingest turns away.
 *
 * @param article its id, or the best name for an input that never became an article
 * @param stage the module that decided
 * @param reason in words, where there is something to say
 * @param of the article it duplicates or revises
 * @param partition of the input record, where it was one
 * @param offset of the input record, where it was one
 * @param time event time of the article, or the time of reception
 */
public record Outcome(
    String article,
    Stage stage,
    Result result,
    @Nullable String reason,
    @Nullable String of,
    @Nullable Integer partition,
    @Nullable Long offset,
    Instant time) {
  /** The modules that decide. */
  public enum Stage {
    @JsonProperty("ingest")
    INGEST,
    @JsonProperty("enrich")
    ENRICH
  }

  /** The ways an input can end. */
  public enum Result {
    @JsonProperty("enriched")
    ENRICHED,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("revision")
    REVISION,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("dead-lettered")
    DEAD_LETTERED;

    /** The name on the wire and in metrics, for example {@code dead-lettered}. */
    public String label() {
      return Labels.of(this);
    }
  }

  public Outcome {
    Checks.notBlank(article, "article");
  }
}
