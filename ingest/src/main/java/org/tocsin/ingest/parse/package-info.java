/**
 * Bytes to articles. {@link org.tocsin.ingest.parse.ArticleReader} is the door: it unpacks gzip,
 * looks at the first bytes to see what kind of document it has, and hands it to the parser of that
 * kind. A parser is a pure function from bytes and their origin to a stream of {@link
 * org.tocsin.ingest.parse.Parsed}: an article draft, or a rejection with its reason. Nothing
 * vanishes and nothing is thrown on account of what a document says; every size is bounded by
 * {@link org.tocsin.ingest.parse.Limits}.
 */
@NullMarked
package org.tocsin.ingest.parse;

import org.jspecify.annotations.NullMarked;
