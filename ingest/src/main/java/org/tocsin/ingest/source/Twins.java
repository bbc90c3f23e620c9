package org.tocsin.ingest.source;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sources that give the same items under several addresses: the first by name is the original, the
 * others are told so.
 */
final class Twins {
  private final Map<String, String> digests = new TreeMap<>();

  /** The source with the same items that comes before this one; null where there is none. */
  synchronized @Nullable String of(String source, String digest) {
    digests.put(source, digest);
    if (digest.isEmpty()) {
      return null;
    }
    for (Map.Entry<String, String> other : digests.entrySet()) {
      if (other.getKey().equals(source)) {
        return null;
      }
      if (other.getValue().equals(digest)) {
        return other.getKey();
      }
    }
    return null;
  }
}
