package org.tocsin.enrich.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StoryRef;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.enrich.Texts;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.TextSketcher;

class StoryIndexTest {
  private final List<ArticleSketch> log = new ArrayList<>();
  private final StoryIndex index =
      new StoryIndex(Duration.ofDays(14), sequence -> log.get((int) sequence), id -> null);

  private static ArticleSketch article(String id, int revision, Duration after, String text) {
    return article(id, revision, after, "source-" + id, text);
  }

  private static ArticleSketch article(
      String id, int revision, Duration after, String source, String text) {
    return new ArticleSketch(
        id,
        revision,
        Lane.LIVE,
        Texts.NOON.plus(after),
        true,
        source,
        null,
        "en",
        List.of(),
        TextSketcher.sketch(text),
        List.of());
  }

  private StoryRef see(String id, String text) {
    return see(article(id, 0, Duration.ofMinutes(log.size()), text));
  }

  private StoryRef see(ArticleSketch article) {
    log.add(article);
    return index.place(article, log.size() - 1).ref();
  }

  private StoryRef now(String id) {
    return requireNonNull(index.ref(id));
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
    assertThat(see("copy", "Agency. " + words(0, 300)).relation()).isEqualTo(Relation.COPY);
    assertThat(see("excerpt", words(60, 120)).relation()).isEqualTo(Relation.EXCERPT);
    assertThat(see("half", words(120, 420)).relation()).isEqualTo(Relation.REWRITE);
    assertThat(see("longer", words(0, 600)).relation()).isEqualTo(Relation.REWRITE);
    assertThat(see("other", words(1000, 1300)).relation()).isEqualTo(Relation.FIRST);
    assertThat(see("a sentence", words(0, 24) + words(2000, 2300)).relation())
        .isEqualTo(Relation.FIRST);
  }

  @Test
  void aMovedParagraphIsStillACopy() {
    see("a", words(0, 300));
    assertThat(see("b", words(150, 300) + " " + words(0, 150)).relation()).isEqualTo(Relation.COPY);
  }

  @Test
  void nothingIsJoinedOverAChain() {
    see("a", words(0, 203));
    see("b", words(90, 292));
    see("c", words(180, 381));
    assertThat(now("b").id()).isEqualTo(now("a").id());
    assertThat(now("c").id()).isNotEqualTo(now("a").id());
  }

  @Test
  void twoExcerptsBecomeOneStoryWhenTheWholeComesLast() {
    String first = see("a", words(0, 60)).id();
    assertThat(see("b", words(100, 160)).id()).isNotEqualTo(first);
    StoryRef whole = see("whole", words(0, 200));
    assertThat(whole.id()).isEqualTo(first);
    assertThat(whole.relation()).isEqualTo(Relation.REWRITE);
    assertThat(now("b").id()).isEqualTo(first);
    assertThat(now("b").relation()).isEqualTo(Relation.EXCERPT);
    assertThat(now("b").of()).isEqualTo("whole");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 290})
  void aStoryOfHundredsOfCopiesIsOne(int whole) {
    String id = "";
    for (int i = 0; i <= 290; i++) {
      id = see((i == whole ? "whole" : "short") + i, words(0, i == whole ? 44 : 30)).id();
    }
    for (int i = 0; i <= 290; i++) {
      assertThat(now((i == whole ? "whole" : "short") + i).id()).as("" + i).isEqualTo(id);
    }
  }

  @Test
  void whatASourceRepeatsInManyTextsIsFurniture() {
    String furniture = words(4950, 5016) + " ";
    for (int i = 0; i < 6; i++) {
      see(
          article(
              "f" + i, 0, Duration.ofHours(i), "source", furniture + words(100 * i, 100 * i + 90)));
    }
    assertThat(see(article("s", 0, Duration.ofHours(7), "source", furniture + words(900, 920))))
        .matches(ref -> ref.relation() == Relation.FIRST);
  }

  @Test
  void oneOutletMustShareMoreOnAnotherDay() {
    see(article("a", 0, Duration.ZERO, "one", words(0, 240)));
    assertThat(see(article("b", 0, Duration.ofDays(2), "one", words(110, 348))).relation())
        .isEqualTo(Relation.FIRST);
    assertThat(see(article("c", 0, Duration.ofDays(2), "two", words(-110, 128))).relation())
        .isEqualTo(Relation.REWRITE);
  }

  @Test
  void aFormFilledInAgainIsAnotherStory() {
    String form =
        "The index closed at %d points after %d in the morning while %d shares changed hands and"
            + " the largest of them lost %d crowns in a quiet session that dealers called nervous."
            + " Banks rose by %d and mines fell by %d on the day.";
    see("monday", form.formatted(4101, 4090, 3300, 12, 31, 44));
    assertThat(see("friday", form.formatted(3988, 4012, 4100, 17, 9, 61)).relation())
        .isEqualTo(Relation.FIRST);
  }

  @Test
  void aRevisionTakesThePlaceOfTheTextBefore() {
    String story = see("a", words(0, 300)).id();
    see("b", words(0, 280));
    StoryRef revised = see(article("a", 1, Duration.ofHours(1), words(0, 320)));
    assertThat(revised.relation()).isEqualTo(Relation.REVISION);
    assertThat(now("b").id()).isEqualTo(revised.id());
    assertThat(index.size()).isEqualTo(2);
    assertThat(story).isNotEqualTo(revised.id());
  }

  @Test
  void articlesFurtherApartThanTheWindowAreStrangers() {
    see("a", words(0, 300));
    assertThat(see(article("b", 0, Duration.ofDays(15), words(0, 300))).relation())
        .isEqualTo(Relation.FIRST);
  }

  @Test
  void aStoryIsForgottenWhenAllItsArticlesAre() {
    String story = see("a", words(0, 300)).id();
    see("b", words(0, 290));
    assertThat(index.expire("a", 0)).isNull();
    assertThat(index.expire("b", 1)).isEqualTo(new StoryIndex.Gone(story, List.of(0L, 1L)));
    assertThat(index.size()).isZero();
    assertThat(see("c", words(0, 300)).relation()).isEqualTo(Relation.FIRST);
  }

  @Test
  void textsWithoutWordsAreStrangers() {
    see("a", " ");
    assertThat(see("b", "…").relation()).isEqualTo(Relation.FIRST);
    see("c", "One word");
    assertThat(see("d", "One word").relation()).isEqualTo(Relation.COPY);
  }
}
