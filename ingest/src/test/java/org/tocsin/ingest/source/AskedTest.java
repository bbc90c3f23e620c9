package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.FetchState.Status;
import org.tocsin.ingest.fetch.Answer;
import org.tocsin.ingest.fetch.Answer.Validators;

class AskedTest {
  private static final String HERE = "http://a.example/feed";
  private static final String THERE = "http://b.example/feed";

  @ParameterizedTest
  @CsvSource({
    "0, FAILING, there", "1, FAILING, there", "2, FAILING, there", "3, FAILING, here",
    "4, FAILING, there", "5, FAILING, here", "1, GONE, here", "2, GONE, there"
  })
  void asksTheConfiguredAddressAgainWhereTheOtherKeepsFailing(
      int failures, Status status, String asked) {
    FetchState state = moved(failures, status);

    Asked next = Asked.of(HERE, state);

    assertThat(next.address()).isEqualTo(asked.equals("here") ? HERE : THERE);
    assertThat(next.known().etag()).isEqualTo(asked.equals("here") ? null : "v1");
  }

  @Test
  void forgetsAMoveThatWasTakenBack() {
    FetchState state = moved(3, Status.FAILING);
    Asked next = Asked.of(HERE, state);

    assertThat(next.answered(state, answer(HERE, null)).by("me").address()).isNull();
    assertThat(next.answered(state, answer(THERE, THERE)).by("me").address()).isEqualTo(THERE);
  }

  @Test
  void remembersAMoveForAsLongAsItAnswers() {
    FetchState state = moved(0, Status.MOVED);

    Change after = Asked.of(HERE, state).answered(state, answer(THERE, null));

    assertThat(after.by("me").address()).isEqualTo(THERE);
  }

  private static FetchState moved(int failures, Status status) {
    FetchState before = OnePoll.before("courier");
    Change change =
        Change.of(before).address(THERE).validators(new Validators("v1", null)).status(status, "x");
    for (int i = 0; i < failures; i++) {
      change.failed(Instant.EPOCH);
    }
    return change.by("me");
  }

  private static Answer answer(String at, @Nullable String moved) {
    return new Answer(
        URI.create(at),
        moved == null ? null : URI.create(moved),
        null,
        new byte[0],
        Validators.NONE);
  }
}
