package org.tocsin.alert.archive;

import java.time.Instant;

/**
 * How often something stands in what was counted.
 *
 * @param last event time of the newest
 */
public record Count(String id, String name, long count, Instant last) {}
