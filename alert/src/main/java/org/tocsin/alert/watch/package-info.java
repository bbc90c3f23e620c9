/**
 * Watches as desks keep them: in a file, and on their way into the topic {@code watches}. Whatever
 * is written there has been read by {@link org.tocsin.alert.query.Query} before.
 */
@NullMarked
package org.tocsin.alert.watch;

import org.jspecify.annotations.NullMarked;
