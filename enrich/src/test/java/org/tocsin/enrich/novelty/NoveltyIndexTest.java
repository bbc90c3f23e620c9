package org.tocsin.enrich.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Statement.Kind;
import org.tocsin.enrich.Texts;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.SpeakerKey;
import org.tocsin.enrich.sketch.StatementSketch;
import org.tocsin.enrich.sketch.TextSketcher;

class NoveltyIndexTest {
  private static final String BRIDGE = "We will rebuild the old railway bridge before winter.";
  private final NoveltyIndex index = new NoveltyIndex(Duration.ofDays(30));

  private static ArticleSketch article(String id, String... statements) {
    return article(id, Duration.ZERO, statements);
  }

  private static ArticleSketch article(String id, Duration after, String... statements) {
    List<StatementSketch> sketches = new ArrayList<>();
    for (String text : statements) {
      sketches.add(
          new StatementSketch(
              id + sketches.size(),
              Kind.DIRECT,
              SpeakerKey.of("Vera Marcal"),
              Wording.of(text, "en")));
    }
    return new ArticleSketch(
        id,
        0,
        Lane.LIVE,
        Texts.NOON.plus(after),
        true,
        "source",
        null,
        "en",
        List.of(),
        TextSketcher.sketch(""),
        sketches);
  }

  private List<@Nullable FirstSeen> see(ArticleSketch article) {
    List<@Nullable FirstSeen> firsts = index.relate(article);
    index.add(article, firsts);
    return firsts;
  }

  @Test
  void theFirstSightingIsNewAndTheSecondRepeatsIt() {
    assertThat(see(article("a", BRIDGE))).containsOnlyNulls();
    assertThat(see(article("b", BRIDGE))).containsExactly(new FirstSeen("a0", "a"));
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void whatStandsTwiceInAnArticleIsNewOnce() {
    assertThat(see(article("a", BRIDGE, BRIDGE)).stream().filter(Objects::isNull)).hasSize(1);
  }

  @Test
  void aRepeatOfARepeatNamesTheOriginal() {
    see(article("a", BRIDGE));
    see(article("b", BRIDGE));
    assertThat(see(article("c", BRIDGE))).containsExactly(new FirstSeen("a0", "a"));
  }

  @Test
  void shortStatementsAreFoundToo() {
    see(article("a", "No."));
    assertThat(see(article("b", "No."))).containsExactly(new FirstSeen("a0", "a"));
  }

  @Test
  void whatWasSaidLongAgoIsNewAgain() {
    see(article("a", BRIDGE));
    assertThat(see(article("b", Duration.ofDays(31), BRIDGE))).containsOnlyNulls();
  }

  @Test
  void whatIsForgottenIsNewAgainAndLeavesNothingBehind() {
    see(article("a", BRIDGE));
    index.remove("a", Set.of("a0"));
    assertThat(index.size()).isZero();
    assertThat(see(article("b", BRIDGE))).containsOnlyNulls();
  }

  @Test
  void relatingChangesNothing() {
    index.relate(article("a", BRIDGE));
    assertThat(index.size()).isZero();
  }
}
