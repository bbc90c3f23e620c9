package org.tocsin.alert.archive;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Json;

/**
 * An alert with what people made of it, both as JSON: lists hand it on without reading it.
 *
 * @param state null where nobody has touched it
 */
public record TriagedAlert(String alert, @Nullable String state) {
  /** The alert itself. */
  public Alert read() {
    return Json.read(alert, Alert.class);
  }

  /** What people made of it; empty where nobody has touched it. */
  public Optional<AlertState> readState() {
    return Optional.ofNullable(state).map(json -> Json.read(json, AlertState.class));
  }

  /** The alert as an object with a field {@code state} more. */
  @JsonValue
  @JsonRawValue
  public String json() {
    return alert.substring(0, alert.length() - 1) + ",\"state\":" + state + "}";
  }
}
