package org.tocsin.alert.notifier;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.service.AddressGuard;

/** Opens the channels of notifiers; they share one HTTP client and one set of templates. */
public final class Channels implements AutoCloseable {
  private final Consumer<Alert> printer;
  private final AlertWords words;
  private final WebPost web;
  private final MailChannel.Wire wire;
  private final ScheduledExecutorService alarm;
  private final Clock clock;

  /**
   * What all channels have in common.
   *
   * @param templates folder with templates of the desk's own; null for none
   * @param authorities file of certificates that are trusted besides the usual ones; null for none
   * @param zone in which times are told
   * @param timeout of one attempt, to the last byte of the answer
   * @param allowPrivate whether all hosts of our own network may be told
   * @param privateHosts those of our own network that may be told in any case
   */
  public record Terms(
      @Nullable Path templates,
      @Nullable Path authorities,
      ZoneId zone,
      Duration timeout,
      boolean allowPrivate,
      Set<String> privateHosts) {}

  /**
   * Channels.
   *
   * @param printer what the channel {@code log} hands alerts to
   */
  public Channels(Terms terms, Consumer<Alert> printer, Clock clock) {
    this.printer = printer;
    this.clock = clock;
    this.alarm =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "notifier-deadline");
              thread.setDaemon(true);
              return thread;
            });
    SSLContext trust = Trust.with(terms.authorities());
    this.wire = new MailChannel.Wire(trust, terms.timeout(), alarm);
    this.words = new AlertWords(terms.templates(), terms.zone());
    this.web =
        new WebPost(
            new AddressGuard(terms.allowPrivate(), terms.privateHosts()),
            trust,
            terms.timeout(),
            alarm,
            clock);
  }

  /** Opens a notifier's channel. */
  public Channel open(Notifier notifier) {
    Notifier.Target target = notifier.target();
    if (target instanceof Notifier.Webhook webhook) {
      return new WebhookChannel(webhook, web, clock);
    }
    if (target instanceof Notifier.Chat chat) {
      return new ChatChannel(chat, web, words);
    }
    if (target instanceof Notifier.Mail mail) {
      return new MailChannel(mail, words, wire, clock);
    }
    return new PrintedChannel(printer);
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    web.close();
  }
}
