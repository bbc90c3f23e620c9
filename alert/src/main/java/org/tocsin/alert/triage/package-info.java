/**
 * What people make of alerts: acknowledged, dismissed with a verdict, given to somebody, noted on.
 *
 * <p>{@link org.tocsin.alert.triage.StateDraft} knows which changes are allowed, a {@link
 * org.tocsin.alert.triage.StateWriter} puts them into their topic. Of two that come at one moment
 * the later in the topic counts, on every instance.
 */
@NullMarked
package org.tocsin.alert.triage;

import org.jspecify.annotations.NullMarked;
