/**
 * The topology that rings: statements and watches in, alerts out.
 *
 * <p>Start with {@link org.tocsin.alert.topology.AlertTopology}. What happens to a sighting is
 * decided by {@link org.tocsin.alert.topology.Ringer}, a pure function from what is known of the
 * statement to what is known afterwards and the alerts to send; {@link
 * org.tocsin.alert.topology.StatementGrouper} fetches, puts and forwards. Everything goes by the
 * time of the articles; the wall clock is never asked.
 */
@NullMarked
package org.tocsin.alert.topology;

import org.jspecify.annotations.NullMarked;
