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

  /** Shortest and longest beginnings that are told apart. */
  static final int SHORTEST_BEGINNING = Sequences.SHORTEST_PREFIX;

  static final int LONGEST_BEGINNING = 6;

  static Key beginning(Field field, String letters) {
    int length = Math.min(letters.length(), LONGEST_BEGINNING);
    return new Key(field, Sort.BEGINNING, letters.substring(0, length));
  }

  /** Number of its field and sort; less than {@link #CHANNELS}. */
  int channel() {
    return channel(field, sort);
  }

  @SuppressWarnings("EnumOrdinal") // Looked up for every word of every statement.
  static int channel(Field field, Sort sort) {
    return field.ordinal() * Sort.values().length + sort.ordinal();
  }

  static final int CHANNELS = Field.values().length * Sort.values().length;
}
