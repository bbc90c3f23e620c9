package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds watches that name notifiers which the file of notifiers no longer has. */
final class VanishedNotifiers {
  private VanishedNotifiers() {}

  /**
   * A sentence for each watch in force at fault.
   *
   * @param watches as {@code GET /api/watches} lists them
   * @param notifiers that there are
   */
  static List<String> faults(JsonNode watches, Set<String> notifiers) {
    List<String> faults = new ArrayList<>();
    for (JsonNode watch : watches) {
      List<String> gone = new ArrayList<>();
      watch
          .path("notifiers")
          .forEach(
              named -> {
                if (!notifiers.contains(named.asText())) {
                  gone.add(named.asText());
                }
              });
      if (watch.path("enabled").asBoolean(true) && !gone.isEmpty()) {
        faults.add(sentence(watch.path("id").asText(), gone, watch.path("notifiers").size()));
      }
    }
    return faults;
  }

  private static String sentence(String watch, List<String> gone, int named) {
    return "the watch "
        + watch
        + " names "
        + String.join(", ", gone)
        + ", which alert.notifiers.file does not have"
        + (gone.size() == named ? ": it rings for nobody" : "");
  }
}
