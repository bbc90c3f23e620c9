package org.tocsin.enrich.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tocsin.contract.ChangedFrom;
import org.tocsin.contract.ChangedFrom.What;
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
  private static final String WHOLE =
      "The ministry hid the report on the reactor, and the engineers who wrote the warning were"
          + " dismissed.";
  private static final int CUT = WHOLE.indexOf(", and") + 1;

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

  /** Each compared with each, this took minutes. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anArticleOfThousandsOfLongStatementsIsCompared() {
    Random random = new Random(5);
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(400, 0, 1 << 20)
          .forEach(word -> text.append(Integer.toString(word, 36)).append(' '));
      said.add(text.toString());
    }
    said.add(said.get(7));
    List<@Nullable FirstSeen> firsts = index.relate(article("a", said.toArray(new String[0])));
    assertThat(firsts.get(2_000)).isEqualTo(new FirstSeen("a7", "a"));
    assertThat(firsts.subList(0, 2_000)).containsOnlyNulls();
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

  @Test
  void aChangedNumberIsNewAndNamesWhatItChanges() {
    see(article("a", "The flood destroyed 300 houses along the river Tamble."));
    assertThat(index.find(article("b", "The flood destroyed 400 houses along the river Tamble.")))
        .containsExactly(new Finding(null, new ChangedFrom("a0", "a", What.NUMBER)));
  }

  @Test
  void aCutIsFoundAmongManyStatementsOfTheSpeaker() {
    for (int i = 0; i < 300; i++) {
      see(article("x" + i, "Item " + i + " of the plan is a bridge over river " + i + "."));
    }
    see(article("a", "It rained, the divers of Osterby found a rusty torpedo near the pier."));
    assertThat(see(article("b", "the divers of Osterby found a rusty torpedo near the pier")))
        .containsExactly(new FirstSeen("a0", "a"));
  }

  @Test
  void anotherWordingIsFoundByItsOwnWordsAndNamesTheFirst() {
    see(article("a", "The council has banned trawlers from the bay of Halmar."));
    see(article("b", "The council prohibited all trawlers in the bay of Halmar this morning."));
    assertThat(
            see(article("c", "The council prohibited trawlers in the bay of Halmar this morning.")))
        .containsExactly(new FirstSeen("a0", "a"));
  }

  @Test
  void twoThatAThirdRepeatsBecomeOne() {
    see(article("a", WHOLE.substring(0, CUT)));
    see(article("b", WHOLE.substring(CUT)));
    see(article("c", WHOLE));
    assertThat(see(article("d", WHOLE.substring(CUT)))).containsExactly(new FirstSeen("a0", "a"));
  }

  @Test
  void whatIsOneThingSaidDoesNotDependOnTheOrderOfArrival() {
    List<String> said =
        List.of(
            WHOLE,
            WHOLE.substring(0, CUT),
            WHOLE.substring(CUT),
            "The flood destroyed 300 houses along the river Tamble.",
            "The flood has destroyed three hundred houses along the Tamble river.",
            "The flood destroyed 400 houses along the river Tamble.");
    Set<Set<Set<Integer>>> ends = new HashSet<>();
    permute(said.size(), new ArrayList<>(), order -> ends.add(end(said, order)));
    assertThat(ends).containsExactly(Set.of(Set.of(0, 1, 2), Set.of(3, 4), Set.of(5)));
  }

  /** Which statements name the same first sighting once all have come. */
  private static Set<Set<Integer>> end(List<String> said, List<Integer> order) {
    NoveltyIndex index = new NoveltyIndex(Duration.ofDays(30));
    for (int i : order) {
      ArticleSketch article = article("a" + i, said.get(i));
      index.add(article, index.relate(article));
    }
    Map<Object, Set<Integer>> groups = new HashMap<>();
    for (int i : order) {
      FirstSeen first = index.relate(article("z" + i, said.get(i))).get(0);
      groups.computeIfAbsent(String.valueOf(first), f -> new HashSet<>()).add(i);
    }
    return new HashSet<>(groups.values());
  }

  private static void permute(int size, List<Integer> order, Consumer<List<Integer>> visit) {
    if (order.size() == size) {
      visit.accept(order);
      return;
    }
    for (int i = 0; i < size; i++) {
      if (!order.contains(i)) {
        List<Integer> longer = new ArrayList<>(order);
        longer.add(i);
        permute(size, longer, visit);
      }
    }
  }

  @Test
  void whatIsForgottenTakesItsOtherWordingsWithIt() {
    see(article("a", "The council has banned trawlers from the bay of Halmar."));
    see(article("b", "The council prohibited all trawlers in the bay of Halmar this morning."));
    assertThat(index.size()).isEqualTo(2);
    index.remove("a", Set.of("a0"));
    assertThat(index.size()).isZero();
  }

  @Test
  void keepsSpeakersIdsAndTimesThroughThePacking() {
    StatementSketch sketch =
        new StatementSketch(
            "00ff00ff00ff00ff", Kind.INDIRECT, SpeakerKey.of("Åsa Ек"), Wording.of("Yes.", "en"));
    int[] kept = Kept.pack(sketch, Texts.NOON, 7, true);
    assertThat(Kept.sketch(kept))
        .returns(sketch.kind(), StatementSketch::kind)
        .returns(sketch.speaker(), StatementSketch::speaker);
    assertThat(Ids.of(Kept.id(kept))).isEqualTo(sketch.id());
    assertThat(Kept.order(kept)).isEqualTo(7);
    assertThat(Kept.isWording(kept)).isTrue();
    assertThat(Kept.minutes(kept)).isEqualTo(Texts.NOON.getEpochSecond() / 60);
  }
}
