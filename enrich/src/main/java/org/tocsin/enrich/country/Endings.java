package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.enrich.text.DataFile;

/**
 * Writes out {@code französisch~} as {@code französisch, französische, ...} by {@code endings.tsv}.
 */
final class Endings {
  private static final String MARK = "~";

  private final List<String> endings = new ArrayList<>();

  Endings(String language) {
    for (DataFile.Row row : DataFile.of(Endings.class, "endings.tsv")) {
      if (row.get("language").equals(language)) {
        Stream.of(row.get("endings").split(" "))
            .forEach(ending -> endings.add(ending.equals("-") ? "" : ending));
      }
    }
  }

  Stream<String> expand(String word) {
    if (!word.endsWith(MARK)) {
      return Stream.of(word);
    }
    String stem = word.substring(0, word.length() - MARK.length());
    return endings.stream().map(ending -> stem + ending);
  }
}
