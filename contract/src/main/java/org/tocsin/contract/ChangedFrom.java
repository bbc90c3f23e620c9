package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The earlier statement of the same speaker that a new one changes in a fact.
 *
 * @param statement its id
 * @param article the article it stood in
 * @param what the fact that differs; the weightiest where there are several
 */
public record ChangedFrom(String statement, String article, What what) {
  /** Kinds of facts. */
  public enum What {
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("name")
    NAME,
    @JsonProperty("date")
    DATE,
    @JsonProperty("place")
    PLACE,
    @JsonProperty("negation")
    NEGATION,
    /** How sure or how bound: may, will, must. */
    @JsonProperty("modality")
    MODALITY,
    /** A word by its opposite: rise, fall. */
    @JsonProperty("opposite")
    OPPOSITE;

    /** The name on the wire, for example {@code number}. */
    public String label() {
      return Labels.of(this);
    }
  }
}
