/**
 * The dictionaries while enrich runs: what operators say about actors and names of countries.
 *
 * <p>All of it goes through the compacted topic {@code dictionary-entries}. Whoever changes
 * something (the {@linkplain org.tocsin.enrich.dictionary.DictionaryApi API}, the {@linkplain
 * org.tocsin.enrich.dictionary.FileFeed watched file}, another program) writes there; every
 * instance {@linkplain org.tocsin.enrich.dictionary.DictionaryReader reads} all partitions, before
 * its first article and from then on, and puts each new {@link
 * org.tocsin.enrich.dictionary.Edition} in place of the last one at once. Entries are ordered by
 * id, so all instances come to the same edition whatever way the records took.
 */
@NullMarked
package org.tocsin.enrich.dictionary;

import org.jspecify.annotations.NullMarked;
