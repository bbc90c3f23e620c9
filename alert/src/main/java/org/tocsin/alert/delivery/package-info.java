/**
 * Notifiers: the ways an alert reaches people. The first one prints to the log; every one keeps the
 * receipts of what it delivered in {@code deliveries}, keyed by notifier and alert.
 */
@NullMarked
package org.tocsin.alert.delivery;

import org.jspecify.annotations.NullMarked;
