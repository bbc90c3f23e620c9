package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which part of an article an offset counts in. */
public enum Part {
  @JsonProperty("title")
  TITLE,
  @JsonProperty("text")
  TEXT
}
