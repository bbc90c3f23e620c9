package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;

/**
 * What changes in an {@link ActorBook}: {@code ngo:harbour-watch} is this actor now, or nobody.
 *
 * @param entry null where nothing is to be found under the id any more
 * @param version of the entry; mentions show it behind the book's own, {@code @2+3}
 */
public record Amendment(String id, @Nullable ActorEntry entry, String version) {
  public Amendment {
    if (entry != null && !entry.id().equals(id)) {
      throw new IllegalArgumentException(entry.id() + " is not " + id);
    }
  }

  /** The actor as it is from this version on. */
  public static Amendment of(ActorEntry entry, String version) {
    return new Amendment(entry.id(), entry, version);
  }
}
