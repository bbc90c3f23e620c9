package org.tocsin.ingest.parse;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says in words where and why a text is not JSON: {@code not JSON at line 1, column 17: …}. */
final class JsonFault {
  private JsonFault() {}

  static String describe(JsonProcessingException fault) {
    JsonLocation at = fault.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return "not JSON" + where + ": " + fault.getOriginalMessage();
  }
}
