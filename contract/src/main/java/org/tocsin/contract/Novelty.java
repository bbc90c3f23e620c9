package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether somebody says a thing for the first time. */
public enum Novelty {
  @JsonProperty("new")
  NEW,
  @JsonProperty("repeat")
  REPEAT;

  /** The name on the wire, for example {@code new}. */
  public String label() {
    return Labels.of(this);
  }

  /**
   * Reads a label.
   *
   * @throws IllegalArgumentException with the known labels if it is none of them
   */
  public static Novelty parse(String label) {
    return Labels.parse(Novelty.class, label);
  }
}
