package org.tocsin.alert.query;

/** Names the keys of a subject by their hashes, some of them more than once. */
final class Traces {
  private Traces() {}

  /** Takes keys without making an object of each. */
  interface Taker {
    void take(long hash);
  }

  static void of(Subject subject, Taker taker) {
    for (Field field : Field.values()) {
      if (field.worded()) {
        for (Words words : subject.words(field)) {
          for (Word word : words.list()) {
            take(field, word, words.language() != null, taker);
          }
        }
      } else {
        for (String code : subject.codes(field)) {
          taker.take(Key.hash(field, Key.Sort.WHOLE, code));
        }
      }
    }
    for (String id : subject.actorIds()) {
      taker.take(Key.hash(Field.ACTOR, Key.Sort.ID, id));
    }
  }

  private static void take(Field field, Word word, boolean stemmed, Taker taker) {
    String plain = word.plain();
    int beginning = Key.channel(field, Key.Sort.BEGINNING);
    long letters = KeyHash.start();
    for (int i = 0; i < plain.length(); i++) {
      letters = KeyHash.with(letters, plain.charAt(i));
      if (i + 1 >= Key.SHORTEST_BEGINNING && i < Key.LONGEST_BEGINNING) {
        taker.take(KeyHash.of(letters, beginning));
      }
    }
    taker.take(KeyHash.of(letters, Key.channel(field, Key.Sort.WHOLE)));
    if (stemmed) {
      String stem = word.stem();
      long stemLetters = stem.equals(plain) ? letters : KeyHash.letters(stem);
      taker.take(KeyHash.of(stemLetters, Key.channel(field, Key.Sort.STEM)));
    }
  }
}
