package org.tocsin.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article says about its making.
 *
 * @param authors names as printed, in order, without "by" and "for this newspaper"; empty where
 *     none are named
 * @param site name of the outlet as the page itself tells it; the article's source may be the name
 *     that the operator gave the feed
 * @param modified when the source says it last changed the text
 * @param zone offset from UTC in which the source wrote the published time, {@code +01:00} or
 *     {@code Z}; null where it names no time
 * @param implausible whether the published time cannot be meant: long before the web, or tomorrow
 */
public record Imprint(
    List<String> authors,
    @Nullable String site,
    @Nullable Instant modified,
    @Nullable String zone,
    boolean implausible) {
  /** An article that says nothing about its making. */
  public static final Imprint NONE = new Imprint(List.of(), null, null, null, false);

  public Imprint {
    authors = List.copyOf(authors);
  }
}
