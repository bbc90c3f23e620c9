/**
 * Statements and watches to alerts, and alerts to people.
 *
 * <p>{@link org.tocsin.alert.AlertService} puts the parts together: the topology that rings ({@code
 * topology}), the watch language it speaks ({@code query}), the desk's page and API ({@code desk}),
 * the notifiers ({@code delivery}) and the watches a desk keeps in a file ({@code watch}). They
 * meet in Kafka topics; any number of instances serve the same desk.
 */
@NullMarked
package org.tocsin.alert;

import org.jspecify.annotations.NullMarked;
