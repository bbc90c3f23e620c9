/**
 * The web, asked politely and within bounds. {@link org.tocsin.ingest.fetch.Fetcher} asks
 * robots.txt first, waits for its turn at each host, follows redirects and remembers the permanent
 * ones; {@link org.tocsin.ingest.fetch.WebClient} makes one request, to an address that was looked
 * at when it was resolved, and takes no more bytes or time than allowed.
 */
@NullMarked
package org.tocsin.ingest.fetch;

import org.jspecify.annotations.NullMarked;
