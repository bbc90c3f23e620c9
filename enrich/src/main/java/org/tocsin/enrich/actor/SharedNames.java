package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.WordMap;
import org.tocsin.enrich.text.Words;

/**
 * Short names that several bodies go by, from {@code shared-names.tsv}: {@code the Commonwealth} is
 * that of Nations or that of Independent States.
 */
final class SharedNames {
  private static final SharedNames SHIPPED = new SharedNames();

  private final WordMap<List<Bearer>> bearers = new WordMap<>();

  /**
   * Who may bear a name.
   *
   * @param id in the dictionary; null for what is no actor of it
   * @param least how many members must be named where the bearer is not; 0 where it must be
   */
  record Bearer(@Nullable String id, int least, Set<String> members, KeySet words) {}

  private SharedNames() {
    for (DataFile.Row row : DataFile.of(SharedNames.class, "shared-names.tsv")) {
      String id = row.get("id").isEmpty() ? null : row.get("id");
      int least = Integer.parseInt(row.get("least"));
      List<String> words =
          Stream.of(row.get("words").split(" ")).filter(w -> !w.isEmpty()).toList();
      long name = Words.folded(Folding.fold(row.get("name")));
      List<Bearer> all = new ArrayList<>(of(name));
      all.add(new Bearer(id, least, Set.of(row.get("members").split(" ")), KeySet.of(words)));
      bearers.put(name, List.copyOf(all));
    }
  }

  /** Those of {@code shared-names.tsv}. */
  static SharedNames shipped() {
    return SHIPPED;
  }

  /** Who may bear a name, by its {@linkplain Words#whole key}; nobody for nearly all words. */
  List<Bearer> of(long word) {
    List<Bearer> known = bearers.get(word);
    return known == null ? List.of() : known;
  }
}
