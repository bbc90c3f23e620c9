package org.tocsin.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Article;
import org.tocsin.contract.ChangedFrom.What;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.StatementState.State;
import org.tocsin.contract.Story;
import org.tocsin.enrich.PlainAnalyser;
import org.tocsin.enrich.Texts;

/** What becomes of statements when their article gets another text. */
class RevisionTest {
  private static final String MINES =
      "\"We will not open the harbour before every single mine has been removed,\" Rufus Firefly said.";
  private static final String DIVERS =
      "\"The navy has sent 40 divers and two boats to the island,\" Vera Marcal said.";
  private static final String MORE_DIVERS =
      "\"The navy has sent 60 divers and two boats to the island,\" Vera Marcal said.";
  private static final String CUT_MINES =
      "\"We will not open the harbour before every mine has been removed,\" Rufus Firefly said.";

  private static final Moment NEVER = new Moment(Instant.MIN, 0);

  @TempDir Path state;
  private int runs;

  private static Article at(int hour, String... sentences) {
    Instant time = Texts.NOON.plusSeconds(hour * 3600L);
    return Texts.article("a", String.join("\n\n", sentences), time, Lane.LIVE);
  }

  private List<TestRecord<String, StatementState>> states(Article... articles) {
    try (Pipeline pipeline = new Pipeline(state, new PlainAnalyser())) {
      pipeline.send(articles);
      return pipeline.states();
    }
  }

  /** The statements that do not stand in the end, by their words, as a reader would see it. */
  private Map<String, State> gone(Article... articles) {
    try (Pipeline pipeline = new Pipeline(state, new PlainAnalyser())) {
      pipeline.send(articles);
      Map<String, String> words = new HashMap<>();
      Map<String, Moment> seen = new HashMap<>();
      for (TestRecord<String, Sighting> record : pipeline.statements()) {
        Sighting sighting = record.value();
        Moment moment = new Moment(sighting.article().time(), sighting.article().revision());
        words.put(sighting.statement().id(), sighting.statement().text());
        seen.merge(sighting.statement().text(), moment, Moment::later);
      }
      Map<String, State> gone = new TreeMap<>();
      for (TestRecord<String, StatementState> record : pipeline.states()) {
        StatementState told = record.value();
        String text = words.getOrDefault(told.statement(), "?");
        if (new Moment(told.time(), told.revision()).compareTo(seen.getOrDefault(text, NEVER))
            > 0) {
          gone.put(text, told.state());
        }
      }
      return gone;
    }
  }

  /** Orders revisions: by event time, then by arrival. */
  private record Moment(Instant time, int revision) implements Comparable<Moment> {
    @Override
    public int compareTo(Moment other) {
      int byTime = time.compareTo(other.time);
      return byTime == 0 ? Integer.compare(revision, other.revision) : byTime;
    }

    Moment later(Moment other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  @Test
  void theSameStatementsInAnotherTextStand() {
    assertThat(states(at(0, MINES, DIVERS), at(1, DIVERS, "A correction.", MINES))).isEmpty();
  }

  @Test
  void aDroppedStatementIsWithdrawn() {
    List<TestRecord<String, StatementState>> states = states(at(0, MINES, DIVERS), at(1, DIVERS));
    assertThat(states).hasSize(1);
    StatementState withdrawn = states.get(0).value();
    assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
    assertThat(withdrawn.by()).isNull();
    assertThat(withdrawn.article()).isEqualTo("a");
    assertThat(withdrawn.revision()).isEqualTo(1);
    assertThat(withdrawn.time()).isEqualTo(Texts.NOON.plusSeconds(3600));
    assertThat(states.get(0).key()).isEqualTo(withdrawn.original());
    assertThat(Headers.text(states.get(0).headers(), Headers.SCHEMA))
        .isEqualTo("statement-state/1");
    assertThat(Headers.text(states.get(0).headers(), Headers.LANE)).isEqualTo("live");
  }

  @Test
  void anotherNumberChangesAStatement() {
    List<TestRecord<String, StatementState>> states =
        states(at(0, MINES, DIVERS), at(1, MINES, MORE_DIVERS));
    assertThat(states).hasSize(1);
    StatementState changed = states.get(0).value();
    assertThat(changed.state()).isEqualTo(State.CHANGED);
    assertThat(changed.what()).isEqualTo(What.NUMBER);
    assertThat(changed.by()).isNotNull().isNotEqualTo(changed.statement());
  }

  @Test
  void otherWordsChangeAStatementButNoFact() {
    StatementState changed = states(at(0, MINES), at(1, CUT_MINES)).get(0).value();
    assertThat(changed.state()).isEqualTo(State.CHANGED);
    assertThat(changed.what()).isNull();
  }

  @Test
  void aCopyElsewhereIsToldUnderTheFirstSighting() {
    Article first = Texts.article("first", MINES, Texts.NOON, Lane.LIVE);
    List<TestRecord<String, StatementState>> states =
        states(first, at(1, MINES), at(2, "Nothing is known."));
    StatementState withdrawn = states.get(0).value();
    assertThat(withdrawn.article()).isEqualTo("a");
    assertThat(withdrawn.original()).isNotEqualTo(withdrawn.statement());
    assertThat(states.get(0).key()).isEqualTo(withdrawn.original());
  }

  @Test
  void anOlderTextThatComesLateChangesNothingOfTheNewer() {
    List<TestRecord<String, StatementState>> states = states(at(1, DIVERS), at(0, MINES, DIVERS));
    assertThat(states).hasSize(1);
    StatementState withdrawn = states.get(0).value();
    assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
    assertThat(withdrawn.revision()).isZero();
    assertThat(withdrawn.time()).isEqualTo(Texts.NOON.plusSeconds(3600));
  }

  @Test
  void endsTheSameInWhateverOrderTheTextsCome() {
    Article a = at(0, MINES, DIVERS);
    Article b = at(1, MORE_DIVERS);
    Article c = at(2, MINES);
    Article[][] orders = {{a, b, c}, {a, c, b}, {b, a, c}, {b, c, a}, {c, a, b}, {c, b, a}};
    for (Article[] order : orders) {
      assertThat(gone(order).keySet())
          .containsExactlyInAnyOrder(quoted(DIVERS), quoted(MORE_DIVERS));
    }
  }

  private static String quoted(String sentence) {
    return sentence.substring(0, sentence.lastIndexOf('"') + 1);
  }

  @Test
  void aCorrectionAfterWeeksStillWithdraws() {
    Article others = arriving("b", Texts.ORCHARD, Duration.ofDays(40));
    Article corrected = arriving("a", DIVERS, Duration.ofDays(50));
    List<TestRecord<String, StatementState>> states =
        states(at(0, MINES, DIVERS), others, corrected);
    assertThat(states).singleElement().matches(state -> state.value().state() == State.WITHDRAWN);
  }

  private static Article arriving(String id, String text, Duration after) {
    Instant time = Texts.NOON.plus(after);
    return new Article(id, null, "s", null, text, null, time, time, null, Lane.LIVE);
  }

  @Test
  void theStoryHoldsTheTextThatStandsInWhateverOrderTheTextsCome() {
    Article other = Texts.article("b", Texts.HARBOUR_EXCERPT);
    Article older = Texts.article("a", Texts.ORCHARD, Texts.NOON, Lane.LIVE);
    Article newer = Texts.article("a", Texts.HARBOUR, Texts.NOON.plusSeconds(60), Lane.LIVE);
    assertThat(stories(other, newer, older)).isEqualTo(stories(other, older, newer));
    assertThat(stories(newer, older, other)).isEqualTo(stories(older, newer, other));
  }

  /** The stories there are in the end. */
  private Map<String, Story> stories(Article... articles) {
    try (Pipeline pipeline = new Pipeline(state.resolve("run" + runs++), new PlainAnalyser())) {
      pipeline.send(articles);
      Map<String, Story> last = new TreeMap<>();
      for (TestRecord<String, Story> told : pipeline.stories()) {
        if (told.value() == null || told.value().movedTo() != null) {
          last.remove(told.key());
        } else {
          last.put(told.key(), told.value());
        }
      }
      return last;
    }
  }

  @Test
  void givesTheSameAnswerWhenReplayed() {
    Article[] articles = {at(0, MINES, DIVERS), at(1, MORE_DIVERS), at(2, MINES)};
    List<StatementState> once = states(articles).stream().map(TestRecord::value).toList();
    assertThat(states(articles)).extracting(TestRecord::value).isEqualTo(once);
    assertThat(once).extracting(StatementState::state).contains(State.WITHDRAWN, State.CHANGED);
  }
}
