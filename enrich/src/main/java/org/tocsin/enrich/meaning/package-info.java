/**
 * How near two English sentences are in meaning: the sentence model all-MiniLM-L6-v2 (Wang et al.,
 * MiniLM, 2020; Reimers and Gurevych, Sentence-BERT, 2019) in plain Java, so that the answer is the
 * same on every machine and no native library is shipped. {@link
 * org.tocsin.enrich.meaning.SentenceModel} is where to start. It ranks, and decides nothing:
 * contradictions are as near to one another as paraphrases.
 */
@NullMarked
package org.tocsin.enrich.meaning;

import org.jspecify.annotations.NullMarked;
