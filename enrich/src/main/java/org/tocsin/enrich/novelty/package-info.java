/**
 * Whether a statement is new or a repeat of one already seen.
 *
 * <p>{@link org.tocsin.enrich.novelty.Wording} turns words into hashes that remember what kind of
 * word each was; {@link org.tocsin.enrich.novelty.RepeatRule} compares two statements and says yes
 * or no with a reason; {@link org.tocsin.enrich.novelty.NoveltyIndex} finds the statements worth
 * comparing. A changed number, negation, day or modality is a new statement, however alike the
 * words.
 */
@NullMarked
package org.tocsin.enrich.novelty;

import org.jspecify.annotations.NullMarked;
