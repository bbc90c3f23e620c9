/** Bundled data files of one entry a line: tracking parameters, words that mark page furniture. */
@NullMarked
package org.tocsin.ingest.lists;

import org.jspecify.annotations.NullMarked;
