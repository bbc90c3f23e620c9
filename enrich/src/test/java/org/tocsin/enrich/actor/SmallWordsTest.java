package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.enrich.text.Words;

class SmallWordsTest {
  /** More of them than are looked for one by one. */
  private static final int MANY = 60;

  @Test
  void knowsWhichWordsATextAlsoWritesSmall() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      text.append("Both").append(letters(i)).append(" Tall").append(letters(i));
      text.append(" both").append(letters(i)).append(". ");
    }
    Words words = Words.of(text.toString());
    SmallWords small = new SmallWords(words);
    for (int i = 0; i < words.size(); i++) {
      small.add(words.whole(i), words.smalls(i));
    }
    for (int i = 0; i < MANY; i++) {
      assertThat(small.has(Words.folded("both" + letters(i)))).isTrue();
      assertThat(small.has(Words.folded("tall" + letters(i)))).isFalse();
    }
  }

  private static String letters(int number) {
    return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }
}
