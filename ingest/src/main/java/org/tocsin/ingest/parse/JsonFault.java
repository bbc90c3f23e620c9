package org.tocsin.ingest.parse;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says in words where and why a text is not JSON: {@code not JSON at line 1, column 17: …}. */
final class JsonFault {
  private JsonFault() {}

  /** For a text of one line, of which only the column says anything. */
  static String inLine(JsonProcessingException fault) {
    JsonLocation at = fault.getLocation();
    String where = at == null ? "" : " at column " + at.getColumnNr();
    return "not JSON" + where + ": " + fault.getOriginalMessage();
  }

  static String describe(JsonProcessingException fault) {
    JsonLocation at = fault.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return "not JSON" + where + ": " + fault.getOriginalMessage();
  }
}
