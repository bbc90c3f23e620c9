/**
 * Who said what: finds direct, mixed and indirect statements in an article and leads each to a
 * speaker.
 *
 * <p>Paragraphs come from {@code text.Layout}, quotations from {@code text.QuotationReader}. Here a
 * paragraph becomes pieces ({@link org.tocsin.enrich.statement.Piece}: a quotation counts as one
 * word), pieces become sentences, sentences are searched for attributions ({@code Roe said}), each
 * attribution gets what it attributes, and its subject is led to a name. No parser and no model: a
 * wrong speaker is the worst error, so whatever is not clear has none.
 *
 * <p>Languages are files ({@code en.txt}, {@code de.txt}, …). English is read by {@link
 * org.tocsin.enrich.statement.AttributionFinder}, packs with the option {@code frames} by {@link
 * org.tocsin.enrich.statement.FrameFinder}, scripts without spaces by {@link
 * org.tocsin.enrich.statement.UnspacedFinder}; what follows is the same for all.
 */
@NullMarked
package org.tocsin.enrich.statement;

import org.jspecify.annotations.NullMarked;
