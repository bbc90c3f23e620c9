/**
 * Addresses of articles. One article is reached through many spellings of its address: another case
 * of the host, a default port, a campaign parameter, a fragment. {@link
 * org.tocsin.ingest.url.CanonicalUrl} brings them to one, and the article's id follows from it.
 */
@NullMarked
package org.tocsin.ingest.url;

import org.jspecify.annotations.NullMarked;
