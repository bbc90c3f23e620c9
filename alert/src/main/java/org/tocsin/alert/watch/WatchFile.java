package org.tocsin.alert.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.alert.query.QueryException;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;
import org.tocsin.service.YamlFile;

/**
 * Reads watches from a file: a list, in YAML or JSON (which is YAML), of {@code id}, {@code name},
 * {@code query}, {@code severity}, {@code note} and {@code enabled}. Every fault names the watch,
 * and in a query the position.
 */
public final class WatchFile {
  private static final YamlFile FILE =
      new YamlFile("file of watches", 4 << 20, "Put the path in alert.watches.file right.");
  private static final Set<String> KEYS =
      Set.of("id", "name", "query", "severity", "note", "enabled");

  private WatchFile() {}

  /**
   * Reads a file.
   *
   * @throws OperatorException with the watch and the position at fault
   */
  public static List<WatchDraft> read(Path file) {
    return drafts(FILE.read(file), file.toString());
  }

  /**
   * Reads a stream.
   *
   * @param name of the file, for messages
   */
  public static List<WatchDraft> read(InputStream stream, String name) {
    return drafts(FILE.read(stream, name), name);
  }

  private static List<WatchDraft> drafts(JsonNode root, String name) {
    if (!root.isArray()) {
      throw new OperatorException(
          name + " is not a list of watches", "Write a list: - id: ports, query: port* …");
    }
    List<WatchDraft> drafts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : root) {
      WatchDraft draft = draft(node, name + ", watch " + (drafts.size() + 1));
      if (!ids.add(draft.id())) {
        throw new OperatorException(
            name + ": there are two watches '" + draft.id() + "'", "Give one another id.");
      }
      drafts.add(draft);
    }
    return List.copyOf(drafts);
  }

  private static WatchDraft draft(JsonNode node, String where) {
    String named = where + (node.hasNonNull("id") ? " '" + node.get("id").asText() + "'" : "");
    for (String key : new String[] {"id", "query"}) {
      if (!node.hasNonNull(key) || node.get(key).asText().isBlank()) {
        throw new OperatorException(named + " has no " + key, "Give it one.");
      }
    }
    node.fieldNames().forEachRemaining(key -> refuseUnknown(key, named));
    try {
      WatchDraft draft = Json.mapper().treeToValue(node, WatchDraft.class);
      draft.after(null, "", Instant.EPOCH);
      return draft;
    } catch (QueryException e) {
      throw new OperatorException(
          named + ", query, position " + e.position() + ": " + e.reason(),
          e.suggestion() == null ? "Put the query right." : "Perhaps: " + e.suggestion(),
          e);
    } catch (JsonProcessingException e) {
      throw new OperatorException(named + ": " + e.getOriginalMessage(), "Put the watch right.", e);
    } catch (IllegalArgumentException e) {
      throw new OperatorException(named + ": " + e.getMessage(), "Put the watch right.", e);
    }
  }

  private static void refuseUnknown(String key, String where) {
    if (!KEYS.contains(key)) {
      throw new OperatorException(
          where + " has an unknown key '" + key + "'",
          "A watch has " + String.join(", ", KEYS.stream().sorted().toList()) + ".");
    }
  }
}
