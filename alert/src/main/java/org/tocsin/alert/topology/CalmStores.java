package org.tocsin.alert.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.calm.CalmBook;
import org.tocsin.alert.calm.Kept;
import org.tocsin.alert.calm.OpenGroup;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Calm;
import org.tocsin.contract.JsonSerde;

/** What calm knows of the watches of one partition. No watch's id has a slash. */
final class CalmStores {
  static final String CLOCK = "calm-clock";
  static final String BOOKS = "calm-books";
  static final String SPEAKERS = "calm-speakers";
  static final String GROUPS = "calm-groups";
  static final String ALERTS = "calm-alerts";
  static final String AGES = "calm-ages";
  static final String BACKLOG = "calm-backlog";

  private static final String NOW = "now";

  private final KeyValueStore<String, Long> clock;
  private final KeyValueStore<String, CalmBook> books;
  private final KeyValueStore<String, Long> speakers;
  private final KeyValueStore<String, OpenGroup> groups;
  private final KeyValueStore<String, Kept> alerts;
  private final KeyValueStore<String, Alert.Member> backlog;
  private final Forgetter<Kept> forgetter;

  CalmStores(ProcessorContext<?, ?> context, Duration retention) {
    clock = context.getStateStore(CLOCK);
    books = context.getStateStore(BOOKS);
    speakers = context.getStateStore(SPEAKERS);
    groups = context.getStateStore(GROUPS);
    alerts = context.getStateStore(ALERTS);
    backlog = context.getStateStore(BACKLOG);
    forgetter = new Forgetter<>(context.getStateStore(AGES), alerts, retention);
  }

  /**
   * The stores.
   *
   * @param on what each is kept, by its name
   */
  static List<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> on) {
    return List.of(
        builder(on.apply(CLOCK), Serdes.Long()),
        builder(on.apply(BOOKS), new JsonSerde<>(CalmBook.class)),
        builder(on.apply(SPEAKERS), Serdes.Long()),
        builder(on.apply(GROUPS), new JsonSerde<>(OpenGroup.class)),
        builder(on.apply(ALERTS), new JsonSerde<>(Kept.class)),
        builder(on.apply(AGES), Serdes.ByteArray()),
        builder(on.apply(BACKLOG), new JsonSerde<>(Alert.Member.class)));
  }

  static <V> StoreBuilder<KeyValueStore<String, V>> builder(
      KeyValueBytesStoreSupplier on, Serde<V> values) {
    return Stores.keyValueStoreBuilder(on, Serdes.String(), values);
  }

  /** The time as it was told last; long ago where it was not. */
  Instant clock() {
    Long millis = clock.get(NOW);
    return Instant.ofEpochMilli(millis == null ? 0 : millis);
  }

  void clock(Instant now) {
    clock.put(NOW, now.toEpochMilli());
  }

  CalmBook book(String watch) {
    return Objects.requireNonNullElse(books.get(watch), CalmBook.EMPTY);
  }

  void book(String watch, CalmBook book) {
    books.put(watch, book);
  }

  /** The watches of which something waits to be told, in order. */
  List<String> waiting() {
    List<String> found = new ArrayList<>();
    where(books, (watch, book) -> book.waits()).forEach((watch, book) -> found.add(watch));
    return found;
  }

  /** When a speaker last rang a watch; null where it did not for long. */
  @Nullable Instant spoke(String watch, @Nullable String speaker) {
    Long millis = speaker == null ? null : speakers.get(watch + "/" + speaker);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  void spoke(String watch, @Nullable String speaker, Instant now) {
    if (speaker != null) {
      speakers.put(watch + "/" + speaker, now.toEpochMilli());
    }
  }

  @Nullable OpenGroup group(String watch, String story) {
    return groups.get(watch + "/" + story);
  }

  void group(String watch, String story, OpenGroup group) {
    groups.put(watch + "/" + story, group);
  }

  /** Ends the groups whose time is over. */
  List<OpenGroup> ended(Instant now) {
    Map<String, OpenGroup> over = where(groups, (key, group) -> !group.ends().isAfter(now));
    over.keySet().forEach(groups::delete);
    return List.copyOf(over.values());
  }

  @Nullable Kept kept(String alert) {
    return alerts.get(alert);
  }

  void keep(String alert, Kept kept) {
    Kept before = alerts.get(alert);
    alerts.put(alert, kept);
    if (before == null) {
      forgetter.began(alert, kept.until());
    } else {
      forgetter.moved(alert, before.until(), kept.until());
    }
  }

  /** Adds to what a digest lists, where there is room. */
  void list(String watch, int place, Alert.Member member) {
    if (place <= Alert.PARTS) {
      backlog.put(listed(watch, place), member);
    }
  }

  /** Takes away what a digest lists. */
  List<Alert.Member> takeListed(String watch) {
    List<Alert.Member> found = new ArrayList<>();
    for (int place = 0; place <= Alert.PARTS; place++) {
      Alert.Member member = backlog.delete(listed(watch, place));
      if (member != null) {
        found.add(member);
      }
    }
    return found;
  }

  private static String listed(String watch, int place) {
    return watch + "/" + place;
  }

  /** Forgets a few alerts that nothing touched for long. */
  void forget(Instant now) {
    forgetter.forget(now);
  }

  /** Forgets books and speakers that matter no more; reads them all. */
  void sweep(Instant now) {
    where(books, (watch, book) -> book.idleSince(now)).keySet().forEach(books::delete);
    long before = now.minus(Calm.LONGEST_COOL_DOWN).toEpochMilli();
    where(speakers, (speaker, time) -> time < before).keySet().forEach(speakers::delete);
  }

  private static <V> Map<String, V> where(
      KeyValueStore<String, V> store, BiPredicate<String, V> wanted) {
    Map<String, V> found = new LinkedHashMap<>();
    try (KeyValueIterator<String, V> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, V> next = all.next();
        if (wanted.test(next.key, next.value)) {
          found.put(next.key, next.value);
        }
      }
    }
    return found;
  }
}
