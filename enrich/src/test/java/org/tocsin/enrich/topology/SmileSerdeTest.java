package org.tocsin.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StoryRef;
import org.tocsin.enrich.ArticleSketcher;
import org.tocsin.enrich.Decision;
import org.tocsin.enrich.Draft;
import org.tocsin.enrich.PlainAnalyser;
import org.tocsin.enrich.Texts;
import org.tocsin.enrich.sketch.ArticleSketch;

class SmileSerdeTest {
  private final Article article = Texts.article("a", Texts.HARBOUR);
  private final ArticleSketch sketch =
      ArticleSketcher.sketch(article, 0, new PlainAnalyser().analyse(article));

  @Test
  void aSketchComesBackAsItWasAndIsSmall() {
    SmileSerde<ArticleSketch> serde = new SmileSerde<>(ArticleSketch.class);
    byte[] bytes = serde.serializer().serialize("t", sketch);
    ArticleSketch back = serde.deserializer().deserialize("t", bytes);

    assertThat(back).usingRecursiveComparison().isEqualTo(sketch);
    assertThat(bytes).hasSizeLessThan(1_500);
  }

  @Test
  void draftsAndDecisionsComeBackAsTheyWere() {
    Draft draft = Draft.of(article, 1, new PlainAnalyser().analyse(article), 3, 99L);
    Decision decision =
        new Decision(
            "a",
            1,
            Lane.BACKFILL,
            new StoryRef("s", StoryRef.Relation.COPY, "b", 0.5, 0.4, "the same text"),
            Arrays.asList(null, new FirstSeen("x", "b")),
            List.of());

    assertThat(again(draft, Draft.class)).isEqualTo(draft);
    assertThat(again(decision, Decision.class)).isEqualTo(decision);
  }

  private static <T> T again(T value, Class<T> type) {
    SmileSerde<T> serde = new SmileSerde<>(type);
    return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
  }

  @Test
  void halfACharacterIsReplacedAndHarmsNobody() {
    StoryRef story = new StoryRef("s", StoryRef.Relation.FIRST, null, 1, 1, "cut \ud83d");
    Decision decision = new Decision("a", 0, Lane.LIVE, story, List.of(), List.of());
    assertThat(again(decision, Decision.class).story().reason()).isEqualTo("cut \ufffd");
  }

  @Test
  void whatIsNoSmileIsRefused() {
    assertThatThrownBy(
            () -> new SmileSerde<>(Draft.class).deserializer().deserialize("t", new byte[] {1, 2}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Draft");
  }
}
