package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What one instance of ingest tells the others, and itself after a restart: the value of {@code
 * ingest-notes}.
 *
 * @param kind what it is about
 * @param name the push's path and Idempotency-Key, or the source's name
 * @param body the answer to the push and the digest of what was sent as JSON, or the status that
 *     was acknowledged
 */
public record IngestNote(Kind kind, String name, Instant at, String body) {
  /** What a note is about. */
  public enum Kind {
    /** A push was answered so; sent again it gets the same answer. */
    @JsonProperty("answer")
    ANSWER,
    /** An operator said, at whichever instance, that he knows of a source's trouble. */
    @JsonProperty("acknowledgement")
    ACKNOWLEDGEMENT
  }

  public IngestNote {
    Checks.notBlank(name, "name");
  }

  /** The key of its record. */
  public String key() {
    return Labels.of(kind) + " " + name;
  }
}
