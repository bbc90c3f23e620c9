package org.tocsin.alert.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.QueryException;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;
import org.tocsin.service.YamlFile;

/**
 * Reads watches from a file: a list, in YAML or JSON (which is YAML), of {@code id}, {@code name},
 * {@code query}, {@code severity}, {@code note}, {@code enabled}, {@code calm} and {@code
 * notifiers}. Every fault names the line and the watch, and in a query the position.
 */
public final class WatchFile {
  /** The largest file, in bytes. */
  public static final int MAX_BYTES = 4 << 20;

  private static final YamlFile FILE =
      new YamlFile(
          "file of watches", MAX_BYTES, "Put the path right; for alert it is alert.watches.file.");
  private static final Set<String> KEYS =
      Set.of("id", "name", "query", "severity", "note", "enabled", "calm", "notifiers");

  private WatchFile() {}

  /**
   * A watch of a file, as far as it could be read.
   *
   * @param draft null where something is at fault
   * @param line in which it begins, or in which the fault lies
   */
  public record Entry(String id, @Nullable WatchDraft draft, @Nullable Fault fault, int line) {}

  /**
   * What is wrong with a watch.
   *
   * @param error with file, line and watch
   * @param remedy what to do, as a sentence
   */
  public record Fault(String error, String remedy) {}

  /** Reads a file whose watches may name any notifiers. */
  public static List<WatchDraft> read(Path file) {
    return read(file, null);
  }

  /**
   * Reads a file.
   *
   * @param notifiers those that watches may name; null for any
   * @throws OperatorException with the line, the watch and the position at fault
   */
  public static List<WatchDraft> read(Path file, @Nullable Set<String> notifiers) {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream, file.toString(), notifiers);
    } catch (NoSuchFileException e) {
      throw new OperatorException(
          "there is no file of watches " + file,
          "Put the path right; for alert it is alert.watches.file.",
          e);
    } catch (IOException e) {
      throw new OperatorException(
          "cannot read " + file + ": " + e.getMessage(), "Check the file and its permissions.", e);
    }
  }

  /**
   * Reads a stream.
   *
   * @param name of the file, for messages
   */
  public static List<WatchDraft> read(InputStream stream, String name) {
    return read(stream, name, null);
  }

  private static List<WatchDraft> read(
      InputStream stream, String name, @Nullable Set<String> notifiers) {
    try {
      List<WatchDraft> drafts = new ArrayList<>();
      for (Entry entry : entries(stream.readNBytes(MAX_BYTES + 1), name, notifiers)) {
        if (entry.fault() != null) {
          throw new OperatorException(entry.fault().error(), entry.fault().remedy());
        }
        if (entry.draft() != null) {
          drafts.add(entry.draft());
        }
      }
      return List.copyOf(drafts);
    } catch (IOException e) {
      throw new OperatorException(
          "cannot read " + name + ": " + e.getMessage(), "Check the file and its permissions.", e);
    }
  }

  /**
   * Reads all that can be read, and says of the rest what is wrong.
   *
   * @param notifiers those that watches may name; null for any
   * @throws OperatorException where the file as a whole is none of watches
   */
  public static List<Entry> entries(byte[] bytes, String name, @Nullable Set<String> notifiers) {
    JsonNode root = FILE.read(new ByteArrayInputStream(bytes), name);
    if (root.isMissingNode()) {
      return List.of();
    }
    if (!root.isArray()) {
      throw new OperatorException(
          name + " is not a list of watches", "Write a list: - id: ports, query: port* …");
    }
    List<Map<String, Integer>> lines = WatchLines.of(bytes);
    List<Entry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : root) {
      int place = entries.size();
      Reading reading =
          new Reading(node, name, place, place < lines.size() ? lines.get(place) : Map.of());
      entries.add(reading.entry(ids, notifiers));
    }
    return entries;
  }

  /** The reading of one watch. */
  private record Reading(JsonNode node, String file, int place, Map<String, Integer> lines) {
    Entry entry(Set<String> taken, @Nullable Set<String> notifiers) {
      String id = node.path("id").asText("");
      try {
        for (String key : new String[] {"id", "query"}) {
          if (!node.hasNonNull(key) || node.get(key).asText().isBlank()) {
            return fault(id, "", "", " has no " + key, "Give it one.");
          }
        }
        String unknown = unknown();
        if (unknown != null) {
          return fault(
              id,
              unknown,
              "",
              " has an unknown key '" + unknown + "'",
              "A watch has " + String.join(", ", KEYS.stream().sorted().toList()) + ".");
        }
        WatchDraft draft = Json.mapper().treeToValue(node, WatchDraft.class);
        draft.after(null, "", Instant.EPOCH);
        if (!taken.add(id)) {
          return new Entry(
              id,
              null,
              new Fault(
                  file + ", line " + line("id") + ": there are two watches '" + id + "'",
                  "Give one another id."),
              line("id"));
        }
        return new Entry(id, notifiers == null ? draft : draft.toldBy(notifiers), null, line(""));
      } catch (QueryException e) {
        return fault(
            id,
            "query",
            ", query, position " + e.position(),
            ": " + e.reason(),
            e.suggestion() == null ? "Put the query right." : "Perhaps: " + e.suggestion());
      } catch (JsonProcessingException e) {
        String key =
            e instanceof com.fasterxml.jackson.databind.JsonMappingException m ? key(m) : "";
        return fault(
            id,
            key,
            key.isEmpty() ? "" : ", " + key,
            ": " + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""),
            "Put the watch right.");
      } catch (IllegalArgumentException e) {
        return fault(id, "", "", ": " + e.getMessage(), "Put the watch right.");
      }
    }

    private static String key(com.fasterxml.jackson.databind.JsonMappingException fault) {
      String field = fault.getPath().isEmpty() ? null : fault.getPath().get(0).getFieldName();
      return field == null ? "" : field;
    }

    private @Nullable String unknown() {
      for (java.util.Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!KEYS.contains(name)) {
          return name;
        }
      }
      return null;
    }

    private int line(String key) {
      return lines.getOrDefault(key, lines.getOrDefault("", 1));
    }

    private Entry fault(String id, String key, String where, String error, String remedy) {
      String named = ", watch " + (place + 1) + (id.isEmpty() ? "" : " '" + id + "'");
      return new Entry(
          id,
          null,
          new Fault(file + ", line " + line(key) + named + where + error, remedy),
          line(key));
    }
  }
}
