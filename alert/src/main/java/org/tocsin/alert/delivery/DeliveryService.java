package org.tocsin.alert.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.AlertSettings;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.alert.notifier.Channels;
import org.tocsin.alert.notifier.Notifier;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Delivery;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/** All notifiers of this instance, and what the desk may ask of them. */
public final class DeliveryService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryService.class);
  private static final Duration REFRESH = Duration.ofSeconds(1);

  private final List<Notifier> configured;
  private final Settings settings;
  private final Channels channels;
  private final Metrics metrics;
  private final Clock clock;
  private final List<NotifierService> notifiers = new ArrayList<>();
  private final ScheduledExecutorService refresher =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "deliveries-refresher");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Ledger ledger;
  private @Nullable ScheduledFuture<?> refreshing;

  /**
   * Notifiers.
   *
   * @param configured to be told of alerts
   */
  public DeliveryService(
      List<Notifier> configured,
      Channels channels,
      Settings settings,
      Metrics metrics,
      Clock clock) {
    this.configured = List.copyOf(configured);
    this.channels = channels;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "notifiers";
  }

  @Override
  public synchronized void start() {
    String prefix = settings.get(KafkaSettings.PREFIX);
    Ledger shared =
        new Ledger(
            new DeliveryBook(new KafkaConsumer<>(KafkaSettings.consumer(settings, null)), prefix),
            new ReceiptBook(new KafkaProducer<>(KafkaSettings.producer(settings)), prefix));
    ledger = shared;
    NotifierService.Surroundings common =
        new NotifierService.Surroundings(
            settings,
            shared,
            new Patience(
                new Backoff(
                    settings.get(AlertSettings.RETRY_FIRST),
                    settings.get(AlertSettings.RETRY_LONGEST)),
                settings.get(AlertSettings.RETRY_FOR)),
            settings.get(AlertSettings.CATCH_UP),
            metrics,
            clock);
    configured.forEach(
        notifier -> notifiers.add(new NotifierService(notifier, channels.open(notifier), common)));
    notifiers.forEach(Service::start);
    refreshing =
        refresher.scheduleWithFixedDelay(
            this::refresh, REFRESH.toMillis(), REFRESH.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Learns what other instances have delivered. */
  private void refresh() {
    try {
      ledger().book().catchUp();
    } catch (WakeupException e) {
      LOG.debug("The deliveries are closing");
    } catch (RuntimeException e) {
      LOG.warn("The deliveries of other instances cannot be read now: {}", e.getMessage());
    } catch (Error e) {
      LOG.error("The deliveries of other instances are no longer read", e);
      throw e;
    }
  }

  private synchronized Ledger ledger() {
    if (ledger == null) {
      throw new IllegalStateException("not started");
    }
    return ledger;
  }

  @Override
  public synchronized Readiness readiness() {
    String waiting =
        notifiers.stream()
            .filter(notifier -> !notifier.readiness().ready())
            .map(notifier -> notifier.name() + ": " + notifier.readiness().detail())
            .collect(Collectors.joining("; "));
    return waiting.isEmpty() && ledger != null ? Readiness.READY : Readiness.notYet(waiting);
  }

  /** The ids of all notifiers. */
  public Set<String> ids() {
    return configured.stream().map(Notifier::id).collect(Collectors.toSet());
  }

  /** How each notifier does on this instance. */
  synchronized List<NotifierReport> reports() {
    return notifiers.stream().map(NotifierReport::of).toList();
  }

  /** The latest deliveries of all instances that pass, the newest first. */
  List<Delivery> deliveries(int most, Predicate<Delivery> wanted) {
    return ledger().book().latest(most, wanted);
  }

  /** Sends a test; empty where there is no such notifier. */
  Optional<Answer> test(String notifier) {
    return find(notifier)
        .map(n -> n.channel().test("This is a test of Tocsin's notifier " + notifier + "."));
  }

  /**
   * Sends a dead alert once more, now.
   *
   * @param update 0 for the alert itself, else that of the follow-up
   * @return how it stands then; empty where there is no such notifier or dead delivery
   */
  Optional<Delivery> sendAgain(String notifier, String alert, int update) {
    Delivery dead = ledger().book().of(notifier, update == 0 ? alert : alert + "-" + update);
    if (dead == null || dead.status() != Delivery.Status.DEAD) {
      return Optional.empty();
    }
    Delivery.Place place = dead.place();
    return place == null
        ? Optional.empty()
        : find(notifier)
            .flatMap(
                n ->
                    new AlertFinder(settings).at(place, dead.notice()).map(a -> again(n, a, dead)));
  }

  private Delivery again(NotifierService notifier, Alert alert, Delivery dead) {
    Answer answer = notifier.channel().send(List.of(alert));
    Instant now = clock.instant();
    Delivery after =
        new Delivery(
            dead.notifier(),
            dead.alert(),
            dead.update(),
            dead.watch(),
            answer.delivered() ? Delivery.Status.DELIVERED : Delivery.Status.DEAD,
            dead.attempts() + 1,
            answer.detail(),
            dead.place(),
            null,
            now);
    ledger().write(List.of(after));
    return after;
  }

  private synchronized Optional<NotifierService> find(String id) {
    return notifiers.stream().filter(n -> n.notifier().id().equals(id)).findFirst();
  }

  @Override
  public void close() {
    ScheduledFuture<?> scheduled = refreshing;
    if (scheduled != null) {
      scheduled.cancel(true);
    }
    refresher.shutdownNow();
    notifiers.forEach(NotifierService::stop);
    notifiers.forEach(NotifierService::close);
    Ledger open = ledger;
    if (open != null) {
      open.receipts().close();
      open.book().close();
    }
    channels.close();
  }
}
