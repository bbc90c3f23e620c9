package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.text.DataFile;

/**
 * Ways to write one name in Latin letters: who is in the dictionary as {@code Sergei Roe} is also
 * found as {@code Sergey Roe}. One word of a name is changed at a time.
 */
final class Spellings {
  private static final Spellings SHIPPED = new Spellings();

  private final Map<String, List<String>> groups = new HashMap<>();

  private Spellings() {
    for (DataFile.Row row : DataFile.of(Spellings.class, "spellings.tsv")) {
      List<String> group = row.list("spellings");
      group.forEach(spelling -> groups.putIfAbsent(spelling, group));
    }
  }

  /** Those of {@code spellings.tsv}. */
  static Spellings shipped() {
    return SHIPPED;
  }

  /** The actor with the other spellings of a person's name among the aliases. */
  ActorEntry widen(ActorEntry entry) {
    if (entry.type() != ActorTag.Type.PERSON) {
      return entry;
    }
    List<String> aliases = new ArrayList<>(entry.aliases());
    String[] words = entry.name().split(" ");
    for (int i = 0; i < words.length && words.length > 1; i++) {
      String written = words[i];
      for (String spelling : groups.getOrDefault(written, List.of())) {
        words[i] = spelling;
        if (!spelling.equals(written)) {
          aliases.add(String.join(" ", words));
        }
      }
      words[i] = written;
    }
    return new ActorEntry(
        entry.id(),
        entry.name(),
        entry.type(),
        entry.country(),
        entry.role(),
        aliases,
        entry.terms());
  }
}
