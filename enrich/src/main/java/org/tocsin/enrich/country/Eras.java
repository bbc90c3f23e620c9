package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.WordMap;
import org.tocsin.enrich.text.Words;

/**
 * What names stood for when an article was published: {@code eras.tsv}. {@code "Congo"} in an
 * article of 1985 is Brazzaville, for Kinshasa was in Zaire.
 */
final class Eras {
  /** The year of an article of which nobody knows the day; names stand for what they do today. */
  static final int UNKNOWN = 0;

  // By the paths of names.
  private final WordMap<List<Era>> eras = new WordMap<>();
  private int last;

  /** A meaning with its years, both included. */
  private record Era(String code, int from, int until) {}

  Eras() {
    for (DataFile.Row row : DataFile.of(Eras.class, "eras.tsv")) {
      Era era = new Era(row.get("code"), year(row.get("from"), 1), year(row.get("until"), 9999));
      last = Math.max(last, era.until());
      Words phrase = Words.of(row.get("phrase"));
      long path = NameTable.path(phrase, 0, phrase.size());
      eras.putIfAbsent(path, new ArrayList<>(1));
      of(path).add(era);
    }
  }

  private List<Era> of(long path) {
    List<Era> known = eras.get(path);
    return known == null ? List.of() : known;
  }

  private static int year(String written, int open) {
    return written.isEmpty() ? open : Integer.parseInt(written);
  }

  /** What was found as it was meant in a year. */
  NameTable.@Nullable Match over(NameTable.@Nullable Match found, Words words, int year) {
    if (found == null || year == UNKNOWN || year > last || found.stop()) {
      return found;
    }
    for (Era era : of(NameTable.path(words, found.from(), found.to()))) {
      if (era.from() <= year && year <= era.until()) {
        return NameTable.Match.of(at(found.meaning(), era.code()), found.from(), found.to());
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
