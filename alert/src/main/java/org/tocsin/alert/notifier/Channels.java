package org.tocsin.alert.notifier;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.service.AddressGuard;

/** Opens the channels of notifiers; they share one HTTP client and one set of templates. */
public final class Channels implements AutoCloseable {
  private final Consumer<Alert> printer;
  private final AlertWords words;
  private final WebPost web;
  private final Duration timeout;
  private final Clock clock;

  /**
   * What all channels have in common.
   *
   * @param templates folder with templates of the desk's own; null for none
   * @param zone in which times are told
   * @param timeout of one attempt, to the last byte of the answer
   * @param allowPrivate whether all hosts of our own network may be told
   * @param privateHosts those of our own network that may be told in any case
   */
  public record Terms(
      @Nullable Path templates,
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
    this.timeout = terms.timeout();
    this.words = new AlertWords(terms.templates(), terms.zone());
    this.web =
        new WebPost(
            new AddressGuard(terms.allowPrivate(), terms.privateHosts()),
            terms.timeout(),
            "Tocsin (news alerts)",
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
      return new MailChannel(mail, words, timeout, clock);
    }
    return new PrintedChannel(printer);
  }

  @Override
  public void close() {
    web.close();
  }
}
