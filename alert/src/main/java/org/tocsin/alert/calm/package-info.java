/**
 * What a watch's calm makes of an alert: it rings, it is held back and told in a digest, or it
 * joins the alert of its story. All of it is decided here, by values alone; {@code topology}
 * fetches and puts.
 *
 * <p>The words: {@link org.tocsin.alert.calm.Terms} are what a watch asks for, {@link
 * org.tocsin.alert.calm.Moderator} judges by them, {@link org.tocsin.alert.calm.CalmBook} counts,
 * {@link org.tocsin.alert.calm.Telling} writes the records, and {@link
 * org.tocsin.alert.calm.Present} says what time it is, by the articles alone.
 */
@NullMarked
package org.tocsin.alert.calm;

import org.jspecify.annotations.NullMarked;
