package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.ActorTag;

/** What tagging costs with half a million names; prints it, and fails only when it is far off. */
class ActorSpeedTest {
  private static final String PARAGRAPH =
      "The foreign minister of Norland said on Monday that talks with the rebels had failed. Ines"
          + " Roth, the head of the Lakeside Farmers' Union, told reporters in Oslo that prices"
          + " would rise again next year. Officials of the United Nations and the World Bank met"
          + " President Emmanuel Macron in Paris, but no agreement was signed after three days of"
          + " negotiations about the border. The army denied that it had shelled the village of"
          + " Tarn, where at least twelve people were killed according to residents. Mrs. Roth"
          + " added that her members could not wait any longer for the help that the government"
          + " had promised them in the spring.\n\n";
  private static final int ROUNDS = 300;

  private static ActorBook large() {
    Random random = new Random(1);
    List<ActorEntry> many = new ArrayList<>();
    for (int i = 0; i < 250_000; i++) {
      String name = word(random) + " " + word(random);
      many.add(
          new ActorEntry(
              "x:" + i,
              name,
              ActorTag.Type.PERSON,
              null,
              null,
              List.of(name + " " + word(random)),
              List.of()));
    }
    return ActorBook.shipped().with("many", many);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append((char) ('A' + random.nextInt(26) + (i == 0 ? 0 : 32)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  @Test
  void taggingIsCheapWithHalfAMillionNames() {
    ActorTagger tagger = new ActorTagger(large());
    String article = PARAGRAPH.repeat(5);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 6; round++) {
      long start = clock.getCurrentThreadCpuTime();
      for (int i = 0; i < ROUNDS; i++) {
        assertThat(tagger.tag(null, article, "en")).isNotEmpty();
      }
      best = Math.min(best, (clock.getCurrentThreadCpuTime() - start) / ROUNDS);
    }
    System.out.printf(
        "actors: %d names, %.1f MB of tables, %d microseconds for %d words%n",
        tagger.book().phrases(), tagger.bytes() / 1e6, best / 1_000, article.split("\\s+").length);
    assertThat(best).isLessThan(5_000_000);
  }
}
