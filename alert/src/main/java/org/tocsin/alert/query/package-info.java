/**
 * The watch language: what a desk writes, what it means, and which watches a statement may concern.
 *
 * <p>A query is read once by {@link org.tocsin.alert.query.Query#parse} into a tree of {@link
 * org.tocsin.alert.query.Expression}s; every fault is a {@link
 * org.tocsin.alert.query.QueryException} that knows its position. A statement is cut into folded
 * words once, as a {@link org.tocsin.alert.query.Subject}, however many watches look at it. A
 * {@link org.tocsin.alert.query.WatchIndex} holds many watches and evaluates only those of which a
 * required word is there.
 *
 * <p>Words match whole, without case and diacritics. In English text their endings are folded too,
 * the query's in the same way as the text's: {@code threats} finds {@code threat}. Chinese,
 * Japanese, Korean and Thai match as sequences of characters, Arabic words without their articles,
 * conjunctions and plural endings.
 */
@NullMarked
package org.tocsin.alert.query;

import org.jspecify.annotations.NullMarked;
