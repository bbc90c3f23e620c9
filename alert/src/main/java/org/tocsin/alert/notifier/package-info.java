/**
 * The channels by which alerts reach people, and the file that describes them. A {@link
 * org.tocsin.alert.notifier.Channel} tries once and says how it went; when to try again, in which
 * order, and what has been delivered is the matter of {@link org.tocsin.alert.delivery}.
 *
 * <p>Webhooks follow the Standard Webhooks specification, 1.0.0 (standardwebhooks.com): the same
 * headers, signed in the same way, so that receivers can check them with a library.
 */
@NullMarked
package org.tocsin.alert.notifier;

import org.jspecify.annotations.NullMarked;
