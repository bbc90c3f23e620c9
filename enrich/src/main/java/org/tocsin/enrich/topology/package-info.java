/**
 * Enrichment as a Kafka Streams topology. {@link org.tocsin.enrich.topology.EnrichTopology} is the
 * place to start: its steps have the names and the order of the map in the module's README, and a
 * test compares the two. The processors only fetch, put and forward; what they decide with lives in
 * the packages above and knows nothing of Kafka.
 */
@NullMarked
package org.tocsin.enrich.topology;

import org.jspecify.annotations.NullMarked;
