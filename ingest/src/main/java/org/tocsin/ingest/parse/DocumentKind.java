package org.tocsin.ingest.parse;

/** The kinds of document that become articles, each with its parser in {@link ArticleReader}. */
enum DocumentKind {
  /** One JSON object a line, each an article. */
  JSON_LINES,
  /** One JSON document: an article, or an array of them. */
  JSON,
  JSON_FEED,
  /** RSS in all versions, RDF, Atom. */
  FEED,
  SITEMAP,
  PAGE,
  /** WARC or ARC. */
  ARCHIVE,
  PLAIN_TEXT,
  /** Not text at all, or markup that holds no articles. */
  UNKNOWN
}
