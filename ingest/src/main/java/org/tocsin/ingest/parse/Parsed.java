package org.tocsin.ingest.parse;

/** What a parser finds: an {@link ArticleDraft}, or a {@link Rejection} that says why not. */
public sealed interface Parsed permits ArticleDraft, Rejection {
  /** The same, from a configured source, where the document names no outlet itself. */
  Parsed from(String source);
}
