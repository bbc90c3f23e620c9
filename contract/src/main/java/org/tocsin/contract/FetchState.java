package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source is and how far it has been read: the value of {@code source-states}, keyed by the
 * source's name. Written in one transaction with the articles that it accounts for, so that whoever
 * takes the source over goes on exactly where the last owner stopped.
 *
 * @param source its name in the settings
 * @param kind {@code feed}, {@code sitemap}, {@code folder}
 * @param location as configured
 * @param address where it moved for good; null while the configured one is right
 * @param reason of the status, in words
 * @param etag what its server said about the version that was read last
 * @param lastModified the same
 * @param digest of the items that were read last; equal for the same feed at two addresses
 * @param sameAs name of the source that gives the same items
 * @param next when it is to be asked again
 * @param everySeconds how often it is asked, by its own rhythm
 * @param firstPoll when it was first asked
 * @param lastNew when it last had something new
 * @param failures how many polls have failed since the last success
 * @param inputs how many inputs it gave in all
 * @param seen fingerprints of what was taken already and may be found again
 * @param document what is being read in parts, a long archive; null where nothing is
 * @param position how many inputs of that document were taken
 * @param rhythm new inputs by hour of the week, from Monday 00:00 UTC; empty at first
 * @param acknowledged when an operator saw the alarm about the present status
 * @param owner the instance that wrote this
 * @param version counts the writes
 */
public record FetchState(
    String source,
    String kind,
    String location,
    @Nullable String address,
    Status status,
    @Nullable String reason,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String digest,
    @Nullable String sameAs,
    Instant next,
    long everySeconds,
    @Nullable Instant firstPoll,
    @Nullable Instant lastPoll,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastNew,
    int failures,
    long inputs,
    List<String> seen,
    @Nullable String document,
    long position,
    List<Integer> rhythm,
    @Nullable Instant acknowledged,
    String owner,
    long version) {
  /** What an operator makes of a source. */
  public enum Status {
    /** Not asked yet. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("healthy")
    HEALTHY,
    /** It answers that nothing changed. */
    @JsonProperty("not-modified")
    NOT_MODIFIED,
    /** It answers, and there is nothing in it. */
    @JsonProperty("empty")
    EMPTY,
    @JsonProperty("failing")
    FAILING,
    /** It answers, and has had nothing new for longer than its own week explains. */
    @JsonProperty("silent")
    SILENT,
    /** It works at another address than the configured one. */
    @JsonProperty("moved")
    MOVED,
    /** Its server says that it will not come back. */
    @JsonProperty("gone")
    GONE;

    /** The name on the wire and in metrics, for example {@code not-modified}. */
    public String label() {
      return Labels.of(this);
    }
  }

  public FetchState {
    Checks.notBlank(source, "source");
    seen = List.copyOf(seen);
    rhythm = List.copyOf(rhythm);
  }
}
