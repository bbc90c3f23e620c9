package org.tocsin.deploy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table {@code roles.txt}: who is answered what at every endpoint. */
final class RoleTable {
  static final String IN = "in";
  static final List<String> ROLES = List.of("pusher", "reader", "editor", "operator");

  private RoleTable() {}

  /** {@code alert GET /api/alerts} to the answers for none, pusher, reader, editor, operator. */
  static Map<String, List<String>> read() throws IOException {
    Map<String, List<String>> table = new LinkedHashMap<>();
    try (InputStream in = requireNonNull(RoleTable.class.getResourceAsStream("/roles.txt"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] words = line.strip().split("\\s+");
        if (!line.isBlank() && !line.startsWith("#")) {
          table.put(
              String.join(" ", List.of(words).subList(0, 3)),
              List.of(words).subList(3, words.length));
        }
      }
    }
    return table;
  }
}
