/**
 * Where an article went: from its reception to its outcome, story, statements and alerts.
 *
 * <p>{@link org.tocsin.alert.trace.Tracer} reads the topics for one article; the desk's API asks it
 * where the article is no longer in memory, the command line always. Both fill the same {@link
 * org.tocsin.alert.trace.TraceBuilder}.
 */
@NullMarked
package org.tocsin.alert.trace;

import org.jspecify.annotations.NullMarked;
