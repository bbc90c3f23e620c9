/**
 * What documents say about themselves, as values: dates and languages in the ways they are written.
 */
@NullMarked
package org.tocsin.ingest.meta;

import org.jspecify.annotations.NullMarked;
