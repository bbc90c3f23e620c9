package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.Words;

/**
 * Words of local papers that hint at a country without naming it, from {@code vocabulary.tsv}:
 * {@code sheriff} for {@code US}.
 */
final class Vocabulary {
  private record Hint(int country, double weight) {}

  // Numbers of lists of hints, from 1; the first is for words without any.
  private final KeyMap words = new KeyMap(14);
  private final List<List<Hint>> hints = new ArrayList<>(List.of(List.of()));

  Vocabulary() {
    for (DataFile.Row row : DataFile.of(Vocabulary.class, "vocabulary.tsv")) {
      int country = Place.country(row.get("country"));
      Hint hint = new Hint(country, Double.parseDouble(row.get("weight")));
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

  /** Adds what a text hints at, each word counted once. */
  void hint(Words text, CountryScores scores) {
    KeySet seen = KeySet.ofAtMost(8);
    for (int i = words.next(text, 0); i < text.size(); i = words.next(text, i + 1)) {
      int list = words.get(text.key(i));
      if (list != 0 && seen.add(text.key(i))) {
        for (Hint hint : hints.get(list)) {
          scores.set(hint.country(), scores.of(hint.country(), 0) + hint.weight());
        }
      }
    }
  }
}
