package org.tocsin.ingest.page;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page, without the page. Each part is null where the page does not tell.
 *
 * @param url the canonical address that the page names
 * @param site name of the outlet
 * @param authors as the byline names them
 * @param modified when it was last changed
 */
public record Page(
    @Nullable String title,
    @Nullable String text,
    @Nullable String language,
    @Nullable OffsetDateTime published,
    @Nullable String url,
    @Nullable String site,
    List<String> authors,
    @Nullable OffsetDateTime modified) {
  public static final Page EMPTY = new Page(null, null, null, null, null, null, List.of(), null);

  public Page {
    authors = List.copyOf(authors);
  }
}
