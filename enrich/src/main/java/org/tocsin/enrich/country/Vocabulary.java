package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Words;

/**
 * Words of local papers that hint at a country without naming it, from {@code vocabulary.tsv}:
 * {@code sheriff} for {@code US}.
 */
final class Vocabulary {
  /** One hint. */
  record Hint(String country, double weight) {}

  private final Map<Long, List<Hint>> hints = new HashMap<>();

  Vocabulary(Cues cues) {
    for (DataFile.Row row : DataFile.of(Vocabulary.class, "vocabulary.tsv")) {
      Hint hint = new Hint(row.get("country"), Double.parseDouble(row.get("weight")));
      for (String word : row.get("words").split(" ")) {
        long key = Words.key(word);
        cues.local(key);
        hints.computeIfAbsent(key, k -> new ArrayList<>(1)).add(hint);
      }
    }
  }

  List<Hint> of(long key) {
    return hints.getOrDefault(key, List.of());
  }
}
