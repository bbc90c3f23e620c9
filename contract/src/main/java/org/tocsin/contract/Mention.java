package org.tocsin.contract;

import org.jspecify.annotations.Nullable;

/**
 * Where a country or actor is named: {@code text[17,23) "Afghan"}.
 *
 * @param entry the dictionary entry or rule that found it, for example {@code demonym:AF}
 */
public record Mention(Part in, int start, int end, String text, @Nullable String entry) {
  public Mention {
    Checks.span(start, end);
  }
}
