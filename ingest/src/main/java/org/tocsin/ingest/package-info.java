/**
 * The outside world to articles. Sources are polled and clients push; {@code parse} turns what
 * comes into drafts, {@code publish} hands the articles to Kafka and counts how every input ended.
 * {@link org.tocsin.ingest.IngestService} puts the parts together.
 */
@NullMarked
package org.tocsin.ingest;

import org.jspecify.annotations.NullMarked;
