package org.tocsin.alert.query;

/**
 * A trace that a statement leaves and a watch waits for: in the text the word {@code threats}, its
 * stem {@code threat}, its beginning {@code thre}; of the article the country {@code NO}.
 */
record Key(Field field, Sort sort, String value) {
  /** What is known of the value. */
  enum Sort {
    /** The word as it stands, or the code. */
    WHOLE,
    /** The word without its endings. */
    STEM,
    /** Its first letters. */
    BEGINNING,
    /** An actor's id. */
    ID
  }

  private static final int SORTS = Sort.values().length;

  /** Shortest and longest beginnings that are told apart. */
  static final int SHORTEST_BEGINNING = Sequences.SHORTEST_PREFIX;

  static final int LONGEST_BEGINNING = 6;

  static Key beginning(Field field, String letters) {
    int length = Math.min(letters.length(), LONGEST_BEGINNING);
    return new Key(field, Sort.BEGINNING, letters.substring(0, length));
  }

  /** By which statements and the index find it. */
  long hash() {
    return hash(field, sort, value);
  }

  static long hash(Field field, Sort sort, String value) {
    return KeyHash.of(KeyHash.letters(value), channel(field, sort));
  }

  /** Number of a field and sort. */
  @SuppressWarnings("EnumOrdinal") // Looked up for every word of every statement.
  static int channel(Field field, Sort sort) {
    return field.ordinal() * SORTS + sort.ordinal();
  }
}
