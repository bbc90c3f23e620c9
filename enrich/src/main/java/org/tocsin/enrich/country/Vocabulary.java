package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Words;

/**
 * Words of local papers that hint at a country without naming it, from {@code vocabulary.tsv}:
 * {@code sheriff} for {@code US}.
 */
final class Vocabulary {
  /** One hint. */
  record Hint(String country, double weight) {}

  // Numbers of lists of hints, from 1; the first is for words without any.
  private final KeyMap words = new KeyMap();
  private final List<List<Hint>> hints = new ArrayList<>(List.of(List.of()));

  Vocabulary() {
    for (DataFile.Row row : DataFile.of(Vocabulary.class, "vocabulary.tsv")) {
      Hint hint = new Hint(row.get("country"), Double.parseDouble(row.get("weight")));
      for (String word : row.get("words").split(" ")) {
        long key = Words.key(word);
        if (words.get(key) == 0) {
          words.or(key, hints.size());
          hints.add(new ArrayList<>(1));
        }
        hints.get(words.get(key)).add(hint);
      }
    }
  }

  boolean has(long key) {
    return words.get(key) != 0;
  }

  List<Hint> of(long key) {
    return hints.get(words.get(key));
  }
}
