package org.tocsin.alert.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDifferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "The port, he said, will close. | the port he said will close | -        | -",
        "The port will close on Friday  | The port will close           | -        | on Friday",
        "We pay 40 million              | We will pay 40 million        | will     | -",
        "We pay 40 million              | We pay 65 million             | 65       | 40",
        "Ships may sail again           | No ship may ever sail         | No ship / ever | Ships /"
            + " again",
        "港口将关闭                       | 港口不会关闭                    | 不会      | 将",
        "سيُغلق الميناء غدا              | سيُغلق الميناء اليوم           | اليوم    | غدا",
        "-                              | All new                       | All new  | -",
      })
  void saysWhichWordsDiffer(String from, String to, String added, String removed) {
    WordDifference difference = WordDifference.between(from == null ? "" : from, to);
    assertThat(String.join(" / ", difference.added())).isEqualTo(added == null ? "" : added);
    assertThat(String.join(" / ", difference.removed())).isEqualTo(removed == null ? "" : removed);
  }

  @Test
  void keepsWithinBoundsForEndlessTexts() {
    WordDifference difference =
        WordDifference.between("word ".repeat(100_000), "other ".repeat(100_000));
    assertThat(difference.likeness()).isZero();
    assertThat(difference.changes()).hasSize(1);
  }

  @Test
  void isNoneBetweenEqualTexts() {
    assertThat(WordDifference.between("", "").likeness()).isEqualTo(1);
    assertThat(WordDifference.between("“Never!”", "never").changes()).isEmpty();
  }
}
