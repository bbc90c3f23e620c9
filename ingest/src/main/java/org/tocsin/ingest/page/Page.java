package org.tocsin.ingest.page;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page, without the page. Each part is null where the page does not tell.
 *
 * @param url the canonical address that the page names
 * @param site name of the outlet
 */
public record Page(
    @Nullable String title,
    @Nullable String text,
    @Nullable String language,
    @Nullable OffsetDateTime published,
    @Nullable String url,
    @Nullable String site) {
  public static final Page EMPTY = new Page(null, null, null, null, null, null);
}
