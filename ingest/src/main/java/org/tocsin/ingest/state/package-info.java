/**
 * How far each source has been read, in Kafka. {@link org.tocsin.ingest.state.KafkaSourceStore}
 * writes the articles of a poll and the state after it in one transaction, so that there is no
 * moment at which one is known without the other; the group of all instances shares the partitions
 * of {@code source-states}, and whoever owns a source's partition polls the source.
 */
@NullMarked
package org.tocsin.ingest.state;

import org.jspecify.annotations.NullMarked;
