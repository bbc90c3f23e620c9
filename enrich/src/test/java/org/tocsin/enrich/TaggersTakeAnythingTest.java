package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.CountryTag;
import org.tocsin.enrich.actor.ActorTagger;
import org.tocsin.enrich.country.CountryTagger;

class TaggersTakeAnythingTest {
  private static final CountryTagger COUNTRIES = new CountryTagger();
  private static final ActorTagger ACTORS = new ActorTagger();
  private static final String[] WORDS = {
    "U.S.",
    "Georgia",
    "said",
    "Ms.",
    "(",
    ")",
    "NATO",
    "of",
    "the",
    "Ministry",
    "Putin",
    "\n",
    "'",
    "’s",
    ",",
    "-",
    "A",
    "\ud83d",
    "\udc00",
    "Bank",
    "President",
    "Ga.",
    "é",
    "中国",
    "Inc",
    "Venn",
    "\u0301",
    "\u200c"
  };

  @Test
  void randomWordsNeverThrow() {
    Random random = new Random(11);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(4) == 0 ? "" : " ");
      }
      assertInside(text.toString());
    }
  }

  @Test
  void randomCharactersNeverThrow() {
    Random random = new Random(12);
    for (int round = 0; round < 1_000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(80, 0, 0x10000).forEach(unit -> text.append((char) unit));
      assertInside(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\ud800",
        "\udfff",
        "A",
        "Mr.",
        "(R-Ky.)",
        ", Ga.",
        "of of of",
        "Ministry of"
      })
  void oddTextsNeverThrow(String text) {
    assertInside(text);
  }

  @ParameterizedTest
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ValueSource(
      strings = {
        "a",
        "A",
        "A ",
        "Bank of ",
        "U.S.",
        "President ",
        "He saw the Court there. ",
        "Venn (NRF) ",
        "New York ",
        "\n",
        "é",
        "中"
      })
  void aMegabyteOfTheSameIsRead(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertThat(COUNTRIES.tag(text, text, "en")).hasSizeLessThan(10);
    assertThat(ACTORS.tag(null, text, "en")).hasSizeLessThan(100_000);
  }

  /** Each compared with all others of the name, this took minutes. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aListOfPeopleOfOneSurnameIsRead() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("Minister Z");
      for (int rest = i + 26 * 26; rest > 0; rest /= 26) {
        text.append((char) ('a' + rest % 26));
      }
      text.append(" Ostervenn spoke.\n");
    }
    assertThat(ACTORS.tag(null, text.toString(), "en")).hasSizeGreaterThan(1_000);
  }

  @Test
  void answersTheSameFromManyThreads() {
    String text = "The UN met in Peru. Orsolya Venn said Georgia and Alabama sent help.";
    List<CountryTag> countries = COUNTRIES.tag("Peru", text, "fr");
    List<ActorTag> actors = ACTORS.tag("Venn", text, "en");
    IntStream.range(0, 500)
        .parallel()
        .forEach(
            i -> {
              assertThat(COUNTRIES.tag("Peru", text, "fr")).isEqualTo(countries);
              assertThat(ACTORS.tag("Venn", text, "en")).isEqualTo(actors);
            });
  }

  private static void assertInside(String text) {
    for (CountryTag tag : COUNTRIES.tag(text, text, "en")) {
      tag.mentions()
          .forEach(m -> assertThat(text.substring(m.start(), m.end())).isEqualTo(m.text()));
    }
    for (ActorTag tag : ACTORS.tag(text, text, "en")) {
      tag.mentions()
          .forEach(m -> assertThat(text.substring(m.start(), m.end())).isEqualTo(m.text()));
    }
  }
}
