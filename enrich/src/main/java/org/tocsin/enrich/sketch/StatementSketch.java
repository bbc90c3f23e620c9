package org.tocsin.enrich.sketch;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Statement;

/**
 * A statement as hashes: who said it and its words in order, each with its class (see {@code
 * Wording}).
 *
 * @param id of the statement
 * @param speaker who said it; null where that is unknown
 * @param words hashes of the words, the class in the last three bits
 */
public record StatementSketch(
    String id, Statement.Kind kind, @Nullable SpeakerKey speaker, int[] words) {}
