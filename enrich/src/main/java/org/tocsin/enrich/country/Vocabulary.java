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
  /** How much is hinted at a country. */
  record Hint(int country, double weight) {}

  // Numbers of lists of hints, from 1; the first is for words without any.
  private final KeyMap words = new KeyMap();
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

  /** What texts hint at, each word of a text counted once: one hint for a country. */
  List<Hint> hints(List<Words> texts) {
    List<Hint> found = new ArrayList<>(0);
    for (Words text : texts) {
      hint(text, found);
    }
    return found;
  }

  private void hint(Words text, List<Hint> found) {
    KeySet seen = KeySet.ofAtMost(4);
    for (int from = 0; from < text.size(); from += Long.SIZE) {
      for (long left = words.marked(text, from); left != 0; left &= left - 1) {
        long key = text.key(from + Long.numberOfTrailingZeros(left));
        if (words.get(key) != 0 && seen.add(key)) {
          for (Hint hint : hints.get(words.get(key))) {
            add(found, hint);
          }
        }
      }
    }
  }

  private static void add(List<Hint> found, Hint more) {
    for (int i = 0; i < found.size(); i++) {
      Hint known = found.get(i);
      if (known.country() == more.country()) {
        found.set(i, new Hint(known.country(), known.weight() + more.weight()));
        return;
      }
    }
    found.add(more);
  }
}
