/**
 * Which countries an article is about or mentions.
 *
 * <p>A dictionary of names, peoples, capitals, cities, regions and the buildings that stand for a
 * state is looked up word by word ({@link org.tocsin.enrich.country.Gazetteer}); guards drop people
 * and newspapers called after places; what remains ambiguous (Georgia, Congo, Birmingham) is
 * decided by the rest of the article; then mentions are weighed into roles. Everything that can be
 * edited without Java is in the {@code .tsv} files beside this package.
 */
@NullMarked
package org.tocsin.enrich.country;

import org.jspecify.annotations.NullMarked;
