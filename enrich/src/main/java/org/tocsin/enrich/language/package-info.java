/**
 * Which language a text is in.
 *
 * <p>The script answers first where one script means one language. Then a statistical model
 * (OpenNLP's, 103 languages) gives its opinion of the first thousand characters. Short texts are
 * too little for it: there, common words and peculiar letters of {@code hints.tsv} and the language
 * that the source declares weigh in.
 */
@NullMarked
package org.tocsin.enrich.language;

import org.jspecify.annotations.NullMarked;
