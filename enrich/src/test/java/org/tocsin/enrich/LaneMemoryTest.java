package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.FirstSeen;
import org.tocsin.enrich.novelty.NoveltyIndex;
import org.tocsin.enrich.sketch.ArticleSketch;

class LaneMemoryTest {
  private final LaneMemory lane = new LaneMemory(new NoveltyIndex(Duration.ofDays(30)));

  @Test
  void needsWhatItComparesWithAndNothingThatCameLater() {
    Article article = Texts.article("a", Texts.HARBOUR);
    ArticleSketch sketch = ArticleSketcher.sketch(article, 0, new PlainAnalyser().analyse(article));
    List<@Nullable FirstSeen> firsts = Collections.singletonList(null);
    lane.add(7, new Remembered(Texts.NOON, sketch, "a", firsts));
    assertThat(lane.needsStatements(7)).isTrue();
    // Of another lane: this one's clock may stand still for ever.
    assertThat(lane.needsStatements(8)).isFalse();

    lane.forgetStatements(Duration.ofDays(30), 0, item -> {});
    assertThat(lane.needsStatements(7)).isFalse();
  }
}
