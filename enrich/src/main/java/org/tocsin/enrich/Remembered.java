package org.tocsin.enrich;

import java.time.Instant;
import org.tocsin.enrich.sketch.ArticleSketch;

/**
 * An article as it is kept to be compared with: the value of the store {@code sketch-log}, from
 * which the indices are rebuilt.
 *
 * @param clock latest event time of its lane when it came; it is forgotten by this time
 */
public record Remembered(Instant clock, ArticleSketch sketch, Decision decision) {}
