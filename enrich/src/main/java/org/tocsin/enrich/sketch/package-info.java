/**
 * What of an article travels to the place where articles are compared: hashes, never text.
 *
 * <p>An {@link org.tocsin.enrich.sketch.ArticleSketch} is made in the stateless, parallel part and
 * holds a {@link org.tocsin.enrich.sketch.TextSketch} of the whole text and a {@link
 * org.tocsin.enrich.sketch.StatementSketch} of each statement: one idea, used twice.
 */
@NullMarked
package org.tocsin.enrich.sketch;

import org.jspecify.annotations.NullMarked;
