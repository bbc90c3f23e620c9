package org.tocsin.enrich;

import org.tocsin.contract.Article;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Lane;

/**
 * What is known of an article id: the value of the store {@code article-states}.
 *
 * @param content hash of title and text
 * @param revision of that content
 * @param seen stream time when it last came, in milliseconds
 * @param lane live once that content has come live
 */
public record ArticleState(String content, int revision, long seen, Lane lane) {
  public ArticleState {
    lane = lane == null ? Lane.LIVE : lane; // older states have none
  }

  /** The hash by which a text is known. */
  public static String content(Article article) {
    String title = article.title();
    return ArticleId.hash("content", title == null ? "" : title, article.text());
  }

  /** The same text, seen again. */
  public ArticleState seenAt(long time) {
    return new ArticleState(content, revision, time, lane);
  }

  /** Whether an article has this text. */
  public boolean matches(Article article) {
    return content.equals(content(article));
  }

  /** Whether this text is known from the past only, and now comes live. */
  public boolean comesAlive(Article article) {
    return lane == Lane.BACKFILL && article.lane() == Lane.LIVE;
  }
}
