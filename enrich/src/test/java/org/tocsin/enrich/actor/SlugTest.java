package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SlugTest {
  private static final String ALPHABETS =
      "aZé ø-łı’ЖийЁє ґ&'אבג אهـمد9 0ñ.ßÆςΣαÉʼªǅ\u0301\u0640\u00ad\u0456\u0457\u0623\u0624";

  @Test
  void namesAreJoinedByHyphensAndWithoutMarks() {
    assertThat(Slug.id("Ana de la Cruz")).isEqualTo("x:ana-de-la-cruz");
    assertThat(Slug.id("Jörg O’Brien-Łuk")).isEqualTo("x:jorg-o-brien-luk");
    assertThat(Slug.id("Олексій Гнатів")).isEqualTo("x:олексіи-гнатів");
    assertThat(Slug.id("person:", "Unit 731 & Co")).isEqualTo("person:unit-731-co");
  }

  @Test
  void areTheSameTheFastWayAndTheThorough() {
    Random random = new Random(4);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder name = new StringBuilder("N");
      for (int i = random.nextInt(12); i >= 0; i--) {
        boolean listed = random.nextBoolean();
        name.append(
            listed
                ? ALPHABETS.charAt(random.nextInt(ALPHABETS.length()))
                : (char) (' ' + random.nextInt(0x700 - ' ')));
      }
      assertThat(Slug.id(name.toString()))
          .as(name.toString())
          .isEqualTo(Slug.thorough("x:", name.toString()));
    }
  }
}
