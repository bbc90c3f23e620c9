package org.tocsin.ingest.meta;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.ingest.lists.WordList;

/** Months by their names: English by the first three letters, others from a data file. */
final class MonthNames {
  private static final List<String> ENGLISH =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int SHORTEST = 3;
  private static final Map<String, Integer> OTHERS = read();

  private MonthNames() {}

  private static Map<String, Integer> read() {
    Map<String, Integer> names = new HashMap<>();
    for (String line : WordList.read("month-names.txt")) {
      int blank = line.lastIndexOf(' ');
      names.put(line.substring(0, blank), Integer.valueOf(line.substring(blank + 1)));
    }
    return Map.copyOf(names);
  }

  /** The number of a month, from 1; 0 where the word is none. */
  static int number(String word) {
    for (int length = word.length(); length >= SHORTEST; length--) {
      Integer number = OTHERS.get(word.substring(0, length));
      if (number != null) {
        return number;
      }
    }
    return word.length() < SHORTEST ? 0 : ENGLISH.indexOf(word.substring(0, SHORTEST)) + 1;
  }
}
