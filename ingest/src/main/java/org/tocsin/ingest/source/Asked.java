package org.tocsin.ingest.source;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.FetchState.Status;
import org.tocsin.ingest.fetch.Answer;
import org.tocsin.ingest.fetch.Answer.Validators;

/**
 * Which of its two addresses a source is asked at: the one that it moved to for good, or the
 * configured one. A move may have been a mistake of a minute; where its address keeps failing both
 * are asked by turns, until one of them answers.
 *
 * @param known what the server of this address said about the version we have
 */
record Asked(String configured, String address, Validators known) {
  private static final int KEEPS_FAILING = 3;

  static Asked of(String configured, FetchState before) {
    String moved = before.address();
    Validators known = new Validators(before.etag(), before.lastModified());
    if (moved == null) {
      return new Asked(configured, configured, known);
    }
    boolean doubtful = before.status() == Status.GONE || before.failures() >= KEEPS_FAILING;
    return doubtful && before.failures() % 2 == 1
        ? new Asked(configured, configured, Validators.NONE)
        : new Asked(configured, moved, known);
  }

  /** The state with the address that answered. */
  Change answered(FetchState before, Answer answer) {
    String moved = answer.moved() == null ? null : answer.moved().toString();
    return Change.of(before).address(moved == null ? unlessConfigured(address) : moved);
  }

  private @Nullable String unlessConfigured(String asked) {
    return asked.equals(configured) ? null : asked;
  }
}
