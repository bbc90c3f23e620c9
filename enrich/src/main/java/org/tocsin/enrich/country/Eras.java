package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.PhraseTable;
import org.tocsin.enrich.text.Words;

/**
 * What names stood for when an article was published: {@code eras.tsv}. {@code "Congo"} in an
 * article of 1985 is Brazzaville, for Kinshasa was in Zaire.
 */
final class Eras {
  /** The year of an article of which nobody knows the day; names stand for what they do today. */
  static final int UNKNOWN = 0;

  private final PhraseTable<List<Era>> phrases = PhraseTable.small();
  private int last;

  /** A meaning with its years, both included. */
  private record Era(String code, int from, int until) {}

  Eras() {
    for (DataFile.Row row : DataFile.of(Eras.class, "eras.tsv")) {
      Era era = new Era(row.get("code"), year(row.get("from"), 1), year(row.get("until"), 9999));
      last = Math.max(last, era.until());
      phrases.put(
          row.get("phrase"),
          known -> {
            List<Era> eras = new ArrayList<>(known == null ? List.of() : known);
            eras.add(era);
            return eras;
          });
    }
  }

  private static int year(String written, int open) {
    return written.isEmpty() ? open : Integer.parseInt(written);
  }

  /** What was found as it was meant in a year. */
  PhraseTable.@Nullable Match<Meaning> over(
      PhraseTable.@Nullable Match<Meaning> found, Words words, int year) {
    if (found == null || year == UNKNOWN || year > last || found.value().stop()) {
      return found;
    }
    PhraseTable.Match<List<Era>> eras = phrases.longest(words, found.from());
    if (eras == null || eras.to() != found.to()) {
      return found;
    }
    for (Era era : eras.value()) {
      if (era.from() <= year && year <= era.until()) {
        return new PhraseTable.Match<>(at(found.value(), era.code()), found.from(), found.to());
      }
    }
    return found;
  }

  private static Meaning at(Meaning today, String code) {
    return today.in(code) == null
        ? Meaning.of(new Place(code, Place.Kind.HISTORIC))
        : today.preferring(code);
  }
}
