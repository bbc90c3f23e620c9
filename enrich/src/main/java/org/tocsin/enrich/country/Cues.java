package org.tocsin.enrich.country;

import java.util.Locale;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Words;

/**
 * What the words around a name say about it, from {@code cues.tsv} and the list of given names:
 * each word is one number whose bits are classes. {@code in} is {@link #IN}, {@code sheriff} is
 * {@link #AFTER}.
 */
final class Cues {
  static final int IN = 1;
  static final int OF = 1 << 1;
  static final int AFTER = 1 << 2;
  static final int DIRECTION = 1 << 3;
  static final int TITLE = 1 << 4;
  static final int SAYS = 1 << 5;
  static final int GIVEN_NAME = 1 << 6;
  static final int BEHIND = 1 << 8;
  static final int POSTAL = 1 << 9;
  static final int STATE = 1 << 10;

  private final KeyMap words = new KeyMap();

  Cues() {
    for (DataFile.Row row : DataFile.of(Cues.class, "cues.tsv")) {
      int bit = bit(row.get("class"));
      for (String word : row.get("words").split(" ")) {
        words.or(Words.key(word), bit);
      }
    }
    for (DataFile.Row row : DataFile.of(DataFile.class, "first-names.tsv")) {
      words.or(Words.key(row.get("name")), GIVEN_NAME);
    }
    for (DataFile.Row row : DataFile.of(Cues.class, "after-places.tsv")) {
      words.or(Words.key(row.get("word")), BEHIND);
    }
    for (DataFile.Row row : DataFile.of(Cues.class, "us-states.tsv")) {
      words.or(Words.key(row.get("postal")), POSTAL);
      row.list("abbreviations").forEach(name -> words.or(Words.key(name), STATE));
    }
  }

  int of(long key) {
    return words.get(key);
  }

  private static int bit(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "in" -> IN;
      case "of" -> OF;
      case "after" -> AFTER;
      case "direction" -> DIRECTION;
      case "title" -> TITLE;
      case "says" -> SAYS;
      default -> throw new IllegalStateException("cues.tsv: no such class: " + name);
    };
  }
}
