package org.tocsin.enrich.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.contract.DictionaryEntry.State;
import org.tocsin.contract.Json;

/** Reads entries as people write them, for the API and for files; every fault names its entry. */
final class DraftReader {
  /**
   * What an entry has; behind {@code note} what Tocsin gives it, so that an answer can be sent
   * back.
   */
  private static final Set<String> FIELDS =
      new LinkedHashSet<>(
          List.of(
              "id", "kind", "name", "aliases", "type", "country", "role", "terms", "note", "state",
              "version", "author", "updated"));

  private DraftReader() {}

  /**
   * An entry that could be put into force.
   *
   * @param where it stands, for messages: {@code "entry 3"}
   * @throws IllegalArgumentException saying where and what is wrong
   */
  static EntryDraft read(JsonNode node, String where) {
    String named = where + (node.hasNonNull("id") ? " '" + node.get("id").asText() + "'" : "");
    for (String field : List.of("id", "name")) {
      if (!node.hasNonNull(field)) {
        throw new IllegalArgumentException(named + " has no " + field);
      }
    }
    node.fieldNames().forEachRemaining(field -> refuseUnknown(field, named));
    try {
      EntryDraft draft = Json.mapper().treeToValue(node, EntryDraft.class);
      draft.after(null, State.IN_FORCE, "-", Instant.EPOCH);
      return draft;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(named + ": " + e.getOriginalMessage(), e);
    } catch (NullPointerException e) {
      throw new IllegalArgumentException(named + ": a name or a part of it is null", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(named + ": " + e.getMessage(), e);
    }
  }

  private static void refuseUnknown(String field, String where) {
    if (!FIELDS.contains(field)) {
      throw new IllegalArgumentException(
          where + " has a field '" + field + "', not one of " + String.join(", ", FIELDS));
    }
  }

  /**
   * A list of entries with different ids.
   *
   * @param most entries that are taken
   * @throws IllegalArgumentException for the first fault
   */
  static List<EntryDraft> readAll(JsonNode root, int most) {
    if (!root.isArray()) {
      throw new IllegalArgumentException("not a list of entries");
    }
    if (root.size() > most) {
      throw new IllegalArgumentException("more than " + most + " entries");
    }
    List<EntryDraft> drafts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : root) {
      EntryDraft draft = read(node, "entry " + (drafts.size() + 1));
      if (!ids.add(draft.id())) {
        throw new IllegalArgumentException("there are two entries '" + draft.id() + "'");
      }
      drafts.add(draft);
    }
    return List.copyOf(drafts);
  }
}
