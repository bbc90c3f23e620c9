package org.tocsin.enrich;

import org.tocsin.contract.Article;
import org.tocsin.contract.ArticleId;

/**
 * What is known of an article id: the value of the store {@code article-states}.
 *
 * @param content hash of title and text
 * @param revision of that content
 * @param seen stream time when it last came, in milliseconds
 */
public record ArticleState(String content, int revision, long seen) {
  /** The hash by which a text is known. */
  public static String content(Article article) {
    String title = article.title();
    return ArticleId.hash("content", title == null ? "" : title, article.text());
  }

  /** The same text, seen again. */
  public ArticleState seenAt(long time) {
    return new ArticleState(content, revision, time);
  }
}
