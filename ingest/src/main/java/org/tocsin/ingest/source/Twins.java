package org.tocsin.ingest.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.state.SourceStore;

/**
 * Sources that give the same items under several addresses, whichever instances poll them: the
 * first by name is the original, the others are told so.
 */
final class Twins {
  private final List<String> names;
  private final SourceStore store;

  Twins(List<String> names, SourceStore store) {
    this.names = names.stream().sorted().toList();
    this.store = store;
  }

  /** The source with the same items that comes before this one; null where there is none. */
  @Nullable String of(String source, @Nullable String digest) {
    if (digest == null || digest.isEmpty()) {
      return null;
    }
    for (String other : names) {
      if (other.compareTo(source) >= 0) {
        return null;
      }
      FetchState state = store.state(other);
      if (state != null && digest.equals(state.digest())) {
        return other;
      }
    }
    return null;
  }
}
