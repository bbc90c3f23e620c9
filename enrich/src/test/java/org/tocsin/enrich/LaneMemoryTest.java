package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.enrich.novelty.NoveltyIndex;

class LaneMemoryTest {
  private final LaneMemory lane = new LaneMemory(new NoveltyIndex(Duration.ofDays(30)));

  @Test
  void needsWhatItComparesWithAndNothingThatCameLater() {
    lane.add(new LaneMemory.Item(7, Texts.NOON, "a", Set.of("s")));
    assertThat(lane.needsStatements(7)).isTrue();
    // Of another lane: this one's clock may stand still for ever.
    assertThat(lane.needsStatements(8)).isFalse();

    lane.forgetStatements(Duration.ofDays(30), 0, item -> {});
    assertThat(lane.needsStatements(7)).isFalse();
  }
}
