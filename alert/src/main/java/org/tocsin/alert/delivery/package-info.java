/**
 * Brings alerts to the channels of {@link org.tocsin.alert.notifier}: each alert to each receiver
 * at least once, under the same id, those of a watch in their order; with patience where a receiver
 * fails, and a receipt of each attempt in {@code deliveries}.
 */
@NullMarked
package org.tocsin.alert.delivery;

import org.jspecify.annotations.NullMarked;
