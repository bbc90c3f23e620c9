package org.tocsin.ingest.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.fetch.Answer;
import org.tocsin.ingest.fetch.FetchException;
import org.tocsin.ingest.fetch.Fetcher;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Origin;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;

/**
 * Fetches the pages behind items whose own text is shorter than an article. The longer of both
 * texts is taken; what the item says of itself counts more than what the page says.
 *
 * @param shorterThan items with less text than this are completed; 0 for none
 */
record Pages(Fetcher fetcher, ArticleReader reader, int shorterThan) {
  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

  /**
   * The item with the text of its page.
   *
   * @return null where the page cannot be had now and the item has no text of its own: next time
   */
  @Nullable Parsed complete(Parsed parsed) throws InterruptedException {
    if (!(parsed instanceof ArticleDraft item) || !wanted(item)) {
      return parsed;
    }
    try {
      return merge(item, page(item, fetcher.page(String.valueOf(item.url()))));
    } catch (FetchException e) {
      LOG.debug("The page behind an item cannot be had: {}", item.url(), e);
      return item.text() != null || e.permanent() ? unfetched(item, e) : null;
    }
  }

  private boolean wanted(ArticleDraft item) {
    int length = item.text() == null ? 0 : item.text().length();
    return item.url() != null && length < shorterThan;
  }

  private static Parsed unfetched(ArticleDraft item, FetchException fault) {
    return item.text() != null
        ? item
        : Rejection.of(
            item.origin(),
            String.valueOf(item.url()),
            "no text, and its page: " + fault.getMessage());
  }

  private @Nullable ArticleDraft page(ArticleDraft item, Answer answer) {
    List<Parsed> read = new ArrayList<>();
    String at = answer.address().toString();
    reader.read(answer.stream(), new Origin(at, at, answer.type(), item.source()), read::add);
    return read.size() == 1 && read.get(0) instanceof ArticleDraft page ? page : null;
  }

  private static ArticleDraft merge(ArticleDraft item, @Nullable ArticleDraft page) {
    if (page == null || page.text() == null) {
      return item;
    }
    String own = item.text() == null ? "" : item.text();
    return new ArticleDraft(
        item.id(),
        item.url(),
        item.source(),
        item.title() == null ? page.title() : item.title(),
        page.text().length() > own.length() ? page.text() : own,
        item.language() == null ? page.language() : item.language(),
        item.published() == null ? page.published() : item.published(),
        item.origin(),
        item.credits().or(page.credits()));
  }
}
