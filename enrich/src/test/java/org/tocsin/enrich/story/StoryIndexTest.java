package org.tocsin.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.enrich.Texts;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.TextSketcher;

class StoryIndexTest {
  private final StoryIndex index = new StoryIndex(Duration.ofDays(14));

  private static ArticleSketch article(String id, int revision, Duration after, String text) {
    return new ArticleSketch(
        id,
        revision,
        Lane.LIVE,
        Texts.NOON.plus(after),
        "source-" + id,
        null,
        "en",
        TextSketcher.sketch(text),
        List.of());
  }

  private StoryMatch see(String id, String text) {
    return see(article(id, 0, Duration.ZERO, text));
  }

  private StoryMatch see(ArticleSketch article) {
    StoryMatch match = index.relate(article);
    index.add(article, match);
    return match;
  }

  /** A text of made-up words: the same words for the same numbers. */
  private static String words(int from, int to) {
    StringJoiner text = new StringJoiner(" ");
    for (int i = from; i < to; i++) {
      text.add("w" + Integer.toString(i * 7919, 36) + (i % 12 == 11 ? "." : ""));
    }
    return text.toString();
  }

  @Test
  void tellsCopyExcerptAndRewriteApart() {
    see("a", words(0, 300));
    assertThat(see("copy", "Agency. " + words(0, 300)).ref().relation()).isEqualTo(Relation.COPY);
    assertThat(see("excerpt", words(60, 120)).ref().relation()).isEqualTo(Relation.EXCERPT);
    assertThat(see("half", words(120, 420)).ref().relation()).isEqualTo(Relation.REWRITE);
    assertThat(see("longer", words(0, 600)).ref().relation()).isEqualTo(Relation.REWRITE);
    assertThat(see("other", words(1000, 1300)).ref().relation()).isEqualTo(Relation.FIRST);
    assertThat(see("a sentence", words(0, 24) + words(2000, 2300)).ref().relation())
        .isEqualTo(Relation.FIRST);
  }

  @Test
  void aMovedParagraphIsStillACopy() {
    see("a", words(0, 300));
    assertThat(see("b", words(150, 300) + " " + words(0, 150)).ref().relation())
        .isEqualTo(Relation.COPY);
  }

  @Test
  void noChainLeadsAwayFromTheFirstArticle() {
    String story = see("a", words(0, 200)).ref().id();
    assertThat(see("b", words(90, 290)).ref().id()).isEqualTo(story);
    assertThat(see("c", words(180, 380)).ref().id()).isEqualTo(story);
    assertThat(see("d", words(270, 470)).ref().id()).isNotEqualTo(story);
  }

  @Test
  void aSentenceInThreeStoriesIsFurniture() {
    String furniture = words(4992, 5016) + " ";
    for (int i = 0; i < 4; i++) {
      see("f" + i, furniture + words(100 * i, 100 * i + 60));
    }
    StoryMatch match = see("short", furniture + words(900, 912));
    assertThat(match.ref().relation()).isEqualTo(Relation.FIRST);
  }

  @Test
  void oneOutletMustShareMoreThanItsFurniture() {
    see("a", words(0, 240));
    ArticleSketch other = article("b", 0, Duration.ZERO, words(108, 348));
    ArticleSketch home =
        new ArticleSketch(
            "c", 0, Lane.LIVE, other.time(), "source-a", null, "en", other.text(), List.of());
    assertThat(index.relate(other).ref().relation()).isEqualTo(Relation.REWRITE);
    assertThat(index.relate(home).ref().relation()).isEqualTo(Relation.FIRST);
  }

  @Test
  void aFormFilledInAgainIsAnotherStory() {
    String form =
        "The index closed at %d points after %d in the morning while %d shares changed hands and"
            + " the largest of them lost %d crowns in a quiet session that dealers called nervous."
            + " Banks rose by %d and mines fell by %d on the day.";
    see("monday", form.formatted(4101, 4090, 3300, 12, 31, 44));
    assertThat(see("friday", form.formatted(3988, 4012, 4100, 17, 9, 61)).ref().relation())
        .isEqualTo(Relation.FIRST);
  }

  @Test
  void aRevisionStaysInItsStory() {
    see("first", words(0, 300));
    String story = see("a", words(0, 280)).ref().id();
    StoryMatch revised = see(article("a", 1, Duration.ofHours(1), words(700, 900)));
    assertThat(revised.ref().relation()).isEqualTo(Relation.REVISION);
    assertThat(revised.ref().id()).isEqualTo(story);
    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void articlesFurtherApartThanTheWindowAreStrangers() {
    see("a", words(0, 300));
    assertThat(see(article("b", 0, Duration.ofDays(15), words(0, 300))).ref().relation())
        .isEqualTo(Relation.FIRST);
  }

  @Test
  void whatIsForgottenIsNotFound() {
    String story = see("a", words(0, 300)).ref().id();
    index.remove("a");
    assertThat(index.size()).isZero();
    assertThat(index.knows(story)).isFalse();
    assertThat(see("b", words(0, 300)).ref().relation()).isEqualTo(Relation.FIRST);
  }

  @Test
  void textsWithoutWordsAreStrangers() {
    see("a", " ");
    assertThat(see("b", "…").ref().relation()).isEqualTo(Relation.FIRST);
    see("c", "One word");
    assertThat(see("d", "One word").ref().relation()).isEqualTo(Relation.COPY);
  }
}
