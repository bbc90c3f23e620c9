package org.tocsin.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a YAML settings file into flat keys: {@code kafka: {bootstrap: {servers: x}}} and {@code
 * kafka.bootstrap.servers: x} are the same. A list becomes a comma-separated value.
 */
final class SettingsFile {
  private static final YamlFile FILE =
      new YamlFile("settings file", 1 << 20, "Name an existing file with --config.");

  private SettingsFile() {}

  /**
   * Reads a file.
   *
   * @throws OperatorException with the line and column where it is not YAML
   */
  static Map<String, String> read(Path file) {
    Map<String, String> values = new LinkedHashMap<>();
    JsonNode root = FILE.read(file);
    if (!root.isMissingNode()) {
      flatten("", root, values, file);
    }
    return values;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> values, Path file) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e ->
                  flatten(
                      prefix.isEmpty() ? e.getKey() : prefix + "." + e.getKey(),
                      e.getValue(),
                      values,
                      file));
    } else if (prefix.isEmpty()) {
      throw new OperatorException(
          file + " is not a list of 'key: value' lines",
          "deploy/config/tocsin.yaml is an example.");
    } else if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(item.asText()));
      values.put(prefix, String.join(",", items));
    } else {
      values.put(prefix, node.isNull() ? "" : node.asText());
    }
  }
}
