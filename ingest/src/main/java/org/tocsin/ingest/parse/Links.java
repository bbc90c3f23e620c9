package org.tocsin.ingest.parse;

import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the links of a document against its own address. The bases are asked in order; the first
 * that is an address counts.
 */
final class Links {
  private final String base;

  Links(@Nullable String... bases) {
    String found = "";
    for (String candidate : bases) {
      if (found.isEmpty() && absolute(candidate)) {
        found = String.valueOf(candidate).strip();
      }
    }
    this.base = found;
  }

  /** A link in its absolute form where a base is known, and as it stands where none is. */
  @Nullable String resolve(@Nullable String link) {
    String written = link == null ? "" : link.strip();
    if (written.isEmpty()) {
      return null;
    }
    if (absolute(written) || base.isEmpty()) {
      return written;
    }
    String resolved = StringUtil.resolve(base, written);
    return resolved.isEmpty() ? written : resolved;
  }

  /** Whether this is an address of the web. */
  static boolean absolute(@Nullable String link) {
    String start = link == null ? "" : link.strip();
    return start.regionMatches(true, 0, "http://", 0, 7)
        || start.regionMatches(true, 0, "https://", 0, 8);
  }
}
