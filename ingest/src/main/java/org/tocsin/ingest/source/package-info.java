/**
 * What ingest reads by itself: feeds and folders, as configured. Each {@link
 * org.tocsin.ingest.source.Source} is polled in its own time by {@link
 * org.tocsin.ingest.source.Sources}; one that fails waits longer and harms no other, and {@link
 * org.tocsin.ingest.source.SourceState} tells how each of them is.
 */
@NullMarked
package org.tocsin.ingest.source;

import org.jspecify.annotations.NullMarked;
