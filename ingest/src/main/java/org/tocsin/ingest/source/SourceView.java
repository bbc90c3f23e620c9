package org.tocsin.ingest.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.FetchState.Status;

/**
 * How a source is, as {@code GET /api/sources} tells.
 *
 * @param address where it moved for good
 * @param reason why it is as it is, in words
 * @param sameAs another source that gives the same items
 * @param next when it is asked again
 * @param lastNew when it last had something new
 * @param inputs how many inputs it gave in all
 * @param failures how many polls have failed since the last success
 * @param alarm whether somebody should look at it and nobody said that he has
 * @param mine whether this instance polls it
 */
public record SourceView(
    String name,
    String kind,
    String location,
    @Nullable String address,
    Status status,
    @Nullable String reason,
    @Nullable String sameAs,
    @Nullable Instant next,
    @Nullable Instant lastPoll,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastNew,
    long everySeconds,
    long inputs,
    int failures,
    boolean alarm,
    @Nullable Instant acknowledged,
    String owner,
    boolean mine) {

  static SourceView of(FetchState state, boolean mine) {
    return new SourceView(
        state.source(),
        state.kind(),
        state.location(),
        state.address(),
        state.status(),
        state.reason(),
        state.sameAs(),
        state.next(),
        state.lastPoll(),
        state.lastSuccess(),
        state.lastNew(),
        state.everySeconds(),
        state.inputs(),
        state.failures(),
        Alarms.due(state),
        state.acknowledged(),
        state.owner(),
        mine);
  }
}
