package org.tocsin.alert.query;

/** Names the keys of a subject, some of them more than once. */
final class Traces {
  private Traces() {}

  /** Takes keys without making an object of each. */
  interface Taker {
    void take(Field field, Key.Sort sort, String value);
  }

  static void of(Subject subject, Taker taker) {
    for (Field field : Field.values()) {
      if (field.worded()) {
        for (Words words : subject.words(field)) {
          words.list().forEach(word -> take(field, word, words.language() != null, taker));
        }
      } else {
        subject.codes(field).forEach(code -> taker.take(field, Key.Sort.WHOLE, code));
      }
    }
    subject.actorIds().forEach(id -> taker.take(Field.ACTOR, Key.Sort.ID, id));
  }

  private static void take(Field field, Word word, boolean stemmed, Taker taker) {
    String plain = word.plain();
    taker.take(field, Key.Sort.WHOLE, plain);
    if (stemmed) {
      taker.take(field, Key.Sort.STEM, word.stem());
    }
    int longest = Math.min(plain.length(), Key.LONGEST_BEGINNING);
    for (int length = Key.SHORTEST_BEGINNING; length <= longest; length++) {
      taker.take(field, Key.Sort.BEGINNING, plain.substring(0, length));
    }
  }
}
