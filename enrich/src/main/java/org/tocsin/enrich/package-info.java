/**
 * Articles become stories, countries, actors, statements and novelty.
 *
 * <p>What happens to one article, in order: an {@link org.tocsin.enrich.Analyser} finds what stands
 * in it, an {@link org.tocsin.enrich.ArticleSketcher} makes its sketch, the {@link
 * org.tocsin.enrich.Relater} compares the sketch with those before it, and the {@link
 * org.tocsin.enrich.Completer} puts both together. {@link org.tocsin.enrich.Enricher} does so for
 * one article after the other without Kafka; {@code topology} does so with the same classes on
 * Kafka.
 */
@NullMarked
package org.tocsin.enrich;

import org.jspecify.annotations.NullMarked;
