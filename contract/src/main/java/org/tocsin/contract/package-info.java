/**
 * What travels between the modules: records, topics, headers and serdes.
 *
 * <p>Start with {@link org.tocsin.contract.Topics}: every topic, its key, its value, who writes and
 * who reads it. The records are immutable, check themselves in their constructors and are null
 * marked: what may be absent is an empty list or a {@code @Nullable} component. On the wire they
 * are JSON in camel case; {@code schema/} holds one JSON Schema each, kept true by a test.
 *
 * <p>All offsets count UTF-16 code units of the title or text as it was handed in, half open.
 */
@NullMarked
package org.tocsin.contract;

import org.jspecify.annotations.NullMarked;
