package org.tocsin.alert.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Watch;

/**
 * What a desk may know of a notifier, as it is on one instance.
 *
 * @param target host or mailboxes; an address that is itself a secret is not shown
 * @param waiting alerts read and not yet delivered
 * @param failingSince null where its last attempt went well, or there was none
 */
record NotifierReport(
    String id,
    String kind,
    String target,
    List<String> watches,
    Watch.Severity severity,
    String digest,
    int waiting,
    @Nullable Instant lastDelivered,
    @Nullable Instant failingSince,
    @Nullable String lastFault) {
  static NotifierReport of(NotifierService service) {
    Notifier notifier = service.notifier();
    Health health = service.dispatcher().health();
    return new NotifierReport(
        notifier.id(),
        notifier.target().kind(),
        service.channel().target(),
        notifier.filter().watches(),
        notifier.filter().least(),
        notifier.digest().isZero() ? "" : notifier.digest().toString(),
        service.dispatcher().waiting(),
        health.lastDelivered(),
        health.failingSince(),
        health.lastFault());
  }
}
