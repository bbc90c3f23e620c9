package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Statement;

/**
 * What is said, as pieces of a sentence, before it is known by whom: {@code pieces 3 to 9, mixed}.
 *
 * @param attribution null for quotations that nothing in their sentence attributes
 */
record Finding(
    Sentence sentence,
    int from,
    int to,
    Statement.Kind kind,
    @Nullable Attribution attribution,
    String rule) {}
