package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which way an article travels. Both lanes run through the same topology; history in the back-fill
 * lane fires no live alert and moves no live window.
 */
public enum Lane {
  @JsonProperty("live")
  LIVE,
  @JsonProperty("backfill")
  BACKFILL;

  /** The name used in headers and on the command line, for example {@code live}. */
  public String label() {
    return Labels.of(this);
  }

  /**
   * Reads a lane's label.
   *
   * @throws IllegalArgumentException with the known labels if there is no such lane
   */
  public static Lane parse(String label) {
    return Labels.parse(Lane.class, label);
  }
}
