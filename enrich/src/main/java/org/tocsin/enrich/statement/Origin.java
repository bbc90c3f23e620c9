package org.tocsin.enrich.statement;

import org.tocsin.contract.Part;

/**
 * A paragraph's place in the article.
 *
 * @param start offset of its first code unit in the part
 * @param text its words
 */
record Origin(Part part, int start, String text) {}
