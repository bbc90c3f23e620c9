package org.tocsin.alert.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of what was found, the newest first.
 *
 * @param total how many were found in all
 * @param next from where the following ones are asked for; null where these are the last
 */
public record Page<T>(List<T> entries, long total, @Nullable Cursor next) {
  public Page {
    entries = List.copyOf(entries);
  }
}
