package org.tocsin.ingest.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.FetchState.Status;
import org.tocsin.ingest.fetch.Answer.Validators;

/** A state on its way to the next: takes what changed, keeps the rest, counts the version. */
final class Change {
  private final FetchState before;
  private @Nullable String address;
  private Status status;
  private @Nullable String reason;
  private @Nullable String etag;
  private @Nullable String lastModified;
  private @Nullable String digest;
  private @Nullable String sameAs;
  private Instant next;
  private long everySeconds;
  private @Nullable Instant firstPoll;
  private @Nullable Instant lastPoll;
  private @Nullable Instant lastSuccess;
  private @Nullable Instant lastNew;
  private int failures;
  private long inputs;
  private List<String> seen;
  private @Nullable String document;
  private long position;
  private List<Integer> rhythm;
  private @Nullable Instant acknowledged;

  private Change(FetchState before) {
    this.before = before;
    address = before.address();
    status = before.status();
    reason = before.reason();
    etag = before.etag();
    lastModified = before.lastModified();
    digest = before.digest();
    sameAs = before.sameAs();
    next = before.next();
    everySeconds = before.everySeconds();
    firstPoll = before.firstPoll();
    lastPoll = before.lastPoll();
    lastSuccess = before.lastSuccess();
    lastNew = before.lastNew();
    failures = before.failures();
    inputs = before.inputs();
    seen = before.seen();
    document = before.document();
    position = before.position();
    rhythm = before.rhythm();
    acknowledged = before.acknowledged();
  }

  static Change of(FetchState before) {
    return new Change(before);
  }

  /** Another status has not been acknowledged yet. */
  Change status(Status now, @Nullable String why) {
    acknowledged = now == status ? acknowledged : null;
    status = now;
    reason = why;
    return this;
  }

  /** Where it moved for good; null for the configured address. */
  Change address(@Nullable String moved) {
    address = moved;
    return this;
  }

  Change validators(Validators said) {
    etag = said.etag();
    lastModified = said.lastModified();
    return this;
  }

  Change digest(@Nullable String items, @Nullable String same) {
    digest = items;
    sameAs = same;
    return this;
  }

  Change next(Instant at) {
    next = at;
    return this;
  }

  Change every(long seconds) {
    everySeconds = seconds;
    return this;
  }

  /** It was asked and answered. */
  Change answered(Instant now) {
    firstPoll = firstPoll == null ? now : firstPoll;
    lastPoll = now;
    lastSuccess = now;
    failures = 0;
    return this;
  }

  Change failed(Instant now) {
    firstPoll = firstPoll == null ? now : firstPoll;
    lastPoll = now;
    failures++;
    return this;
  }

  /** It gave so many new inputs. */
  Change gave(int fresh, Instant now) {
    if (fresh > 0) {
      inputs += fresh;
      lastNew = now;
      rhythm = Rhythm.with(rhythm, now, fresh);
    }
    return this;
  }

  Change remember(List<String> all) {
    seen = all;
    return this;
  }

  Change reading(@Nullable String what, long read) {
    document = what;
    position = read;
    return this;
  }

  Change acknowledged(Instant at) {
    acknowledged = at;
    return this;
  }

  FetchState by(String owner) {
    return new FetchState(
        before.source(),
        before.kind(),
        before.location(),
        address,
        status,
        reason,
        etag,
        lastModified,
        digest,
        sameAs,
        next,
        everySeconds,
        firstPoll,
        lastPoll,
        lastSuccess,
        lastNew,
        failures,
        inputs,
        seen,
        document,
        position,
        rhythm,
        acknowledged,
        owner,
        before.version() + 1);
  }
}
