/**
 * What every process of Tocsin needs and no process should write twice: settings that are declared
 * once, a life cycle, health and metrics over HTTP, the runtime of a Kafka Streams topology, and
 * the way bad records become dead letters.
 *
 * <p>Start with {@link org.tocsin.service.Service}; {@code ingest}, {@code enrich} and {@code
 * alert} each offer one, and {@code deploy} starts one or all of them.
 */
@NullMarked
package org.tocsin.service;

import org.jspecify.annotations.NullMarked;
