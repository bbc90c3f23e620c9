/**
 * Which countries an article is about or mentions.
 *
 * <p>A dictionary of names, peoples, capitals, cities, regions and the buildings that stand for a
 * state is looked up word by word ({@link org.tocsin.enrich.country.Gazetteer} for one language,
 * {@link org.tocsin.enrich.country.Atlas} for all). {@link org.tocsin.enrich.country.Surroundings}
 * judges by the words beside a name whether it is a place; what remains ambiguous (Georgia, Congo,
 * Paris) is decided by the {@link org.tocsin.enrich.country.Evidence} of the whole article; then
 * mentions are weighed into roles. Everything that can be edited without Java is in the {@code
 * .tsv} files beside this package.
 */
@NullMarked
package org.tocsin.enrich.country;

import org.jspecify.annotations.NullMarked;
