/**
 * Which language a text is in.
 *
 * <p>The script answers first where one script means one language. Then three letters at a time are
 * compared with what is usual in some eighty languages ({@link
 * org.tocsin.enrich.language.Trigrams}), which settles nearly every article for a few microseconds.
 * Only where that is not clear a large model (OpenNLP's, 103 languages) is asked as well, and
 * common words, peculiar letters and words that tell kin languages apart ({@code hints.tsv}) and
 * the language that the source declares weigh in.
 */
@NullMarked
package org.tocsin.enrich.language;

import org.jspecify.annotations.NullMarked;
