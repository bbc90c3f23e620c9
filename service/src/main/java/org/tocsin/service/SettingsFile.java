package org.tocsin.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
  private static final long MAX_BYTES = 1 << 20;

  private SettingsFile() {}

  /**
   * Reads a file.
   *
   * @throws OperatorException with the line and column where it is not YAML
   */
  static Map<String, String> read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new OperatorException(
            file + " has more than " + MAX_BYTES + " bytes", "A settings file is a small file.");
      }
      JsonNode root = new YAMLMapper().readTree(Files.readAllBytes(file));
      Map<String, String> values = new LinkedHashMap<>();
      if (root != null && !root.isMissingNode() && !root.isNull()) {
        flatten("", root, values, file);
      }
      return values;
    } catch (NoSuchFileException e) {
      throw new OperatorException(
          "there is no settings file " + file, "Name an existing file with --config.", e);
    } catch (JsonProcessingException e) {
      throw new OperatorException(
          file
              + ", line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage(),
          "Put the YAML right; deploy/config/tocsin.yaml is an example.",
          e);
    } catch (IOException e) {
      throw new OperatorException(
          "cannot read the settings file " + file + ": " + e.getMessage(),
          "Check the file and its permissions.",
          e);
    }
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
