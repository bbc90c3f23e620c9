/**
 * Articles to Kafka. {@link org.tocsin.ingest.publish.ArticlePublisher} gives every input its one
 * end: published, rejected with an outcome, or dead-lettered with its bytes; and it lets nobody put
 * more on the way than fits into memory.
 */
@NullMarked
package org.tocsin.ingest.publish;

import org.jspecify.annotations.NullMarked;
