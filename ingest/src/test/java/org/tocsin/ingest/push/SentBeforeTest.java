package org.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.state.MemoryNotes;

class SentBeforeTest {
  private final MemoryNotes notes = new MemoryNotes();
  private final SentBefore before = new SentBefore(100, 1_000, notes, Clock.systemUTC());

  @Test
  void keepsOnlySoManyIdsInAllItsAnswers() {
    for (int i = 0; i < 50; i++) {
      String key = "k" + i;
      assertThat(before.begin(key)).isNull();
      before.end(key, answer(90), "d");
      assertThat(before.named()).isLessThanOrEqualTo(1_000);
    }

    assertThat(before.begin("k49")).isNotNull();
    assertThat(before.begin("k0")).isNull();
  }

  @Test
  void keepsTheLastAnswerHoweverLong() {
    before.begin("k1");
    before.end("k1", answer(5_000), "d");

    SentBefore.Known known = before.begin("k1");
    assertThat(known == null ? null : known.answer()).isEqualTo(answer(5_000));
  }

  @Test
  void doesNotForgetWhatIsWorkedOn() {
    assertThat(before.begin("open")).isNull();
    for (int i = 0; i < 200; i++) {
      before.begin("k" + i);
      before.end("k" + i, answer(1), "d");
    }

    assertThat(before.begin("open")).isNotNull();
  }

  @Test
  void isTheSameToAnotherInstance() {
    before.begin("k1");
    before.end("k1", answer(3), "d");
    SentBefore other = new SentBefore(100, 1_000, notes, Clock.systemUTC());

    assertThat(other.begin("k1")).isEqualTo(new SentBefore.Known(answer(3), "d"));
  }

  private static PushAnswer answer(int ids) {
    return new PushAnswer(ids, ids, List.of(), 0, 0, Collections.nCopies(ids, "a1"));
  }
}
