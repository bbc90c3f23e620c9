/**
 * Articles that come by themselves: clients push them over HTTP, and the command {@code replay}
 * sends files the same way. An answer means that Kafka has everything it counts.
 */
@NullMarked
package org.tocsin.ingest.push;

import org.jspecify.annotations.NullMarked;
