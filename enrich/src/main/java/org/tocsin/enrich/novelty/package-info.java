/**
 * Whether a statement is new or a repeat of one already seen.
 *
 * <p>{@link org.tocsin.enrich.novelty.Wording} turns words into terms that remember what each word
 * was; {@link org.tocsin.enrich.novelty.RepeatRule} compares two statements and says yes or no with
 * a reason; {@link org.tocsin.enrich.novelty.NoveltyIndex} finds the statements worth comparing and
 * remembers which of them say one thing. A changed number, name, day, negation or modality makes a
 * new statement, however alike the words.
 */
@NullMarked
package org.tocsin.enrich.novelty;

import org.jspecify.annotations.NullMarked;
