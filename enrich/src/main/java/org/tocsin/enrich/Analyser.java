package org.tocsin.enrich;

import org.tocsin.contract.Article;

/**
 * Finds what stands in an article: its language, countries, actors and statements. A pure function;
 * what it throws sends the article to the dead letters before anything of it is remembered.
 */
@FunctionalInterface
public interface Analyser {
  /** What stands in the article. */
  Analysis analyse(Article article);
}
