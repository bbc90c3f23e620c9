package org.tocsin.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The endpoints of an OpenAPI document. */
final class Described {
  private Described() {}

  /** {@code GET /api/alerts/{id}} to its operation. */
  static Map<String, JsonNode> endpoints(JsonNode document) {
    Map<String, JsonNode> found = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            found.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    return found;
  }

  /** Endpoints as the server names them in the way of OpenAPI, which has no paths in paths. */
  static List<String> written(List<String> endpoints) {
    return endpoints.stream().map(Described::written).toList();
  }

  static String written(String endpoint) {
    return endpoint.replace('<', '{').replace('>', '}');
  }
}
