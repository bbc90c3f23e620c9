package org.tocsin.enrich.dictionary;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.Topics;
import org.tocsin.enrich.actor.ActorBook;
import org.tocsin.enrich.actor.ActorTagger;
import org.tocsin.enrich.country.CountryName;

/**
 * Takes the records of {@code dictionary-entries} and puts what they say in use: records are
 * gathered, then {@link #publish} builds one {@link Edition} of all of them. What is in use stays
 * in use meanwhile, also while the topic is read anew. Safe for many threads.
 *
 * <p>A record that cannot be read is logged and remembered, and takes what was said of its entry
 * out of force: so it is the same before and after a restart, when only that record is left.
 */
public final class LiveDictionary {
  /** Entries beyond these are refused: a bound for memory, far above what desks write. */
  static final int MOST_ENTRIES = 250_000;

  private static final Logger LOG = LoggerFactory.getLogger(LiveDictionary.class);
  private static final int LONGEST_REASON = 300;

  private final ActorTagger actors;
  private final Consumer<List<CountryName>> countries;
  private final ActorBook shipped;
  private final Map<String, DictionaryEntry> gathered = new HashMap<>();
  private final Map<String, Edition.Refusal> refused = new TreeMap<>();
  private final Map<Integer, Long> taken = new HashMap<>();
  private final Map<Integer, Long> used = new HashMap<>();
  private volatile Edition edition;
  private boolean changed;
  private int published;

  /**
   * Over the dictionary that a tagger has now.
   *
   * @param countries gets all names of countries that operators gave, whenever they change
   */
  public LiveDictionary(ActorTagger actors, Consumer<List<CountryName>> countries) {
    this.actors = actors;
    this.countries = countries;
    this.shipped = actors.book();
    this.edition = Edition.of(shipped, Map.of(), List.of());
  }

  /** Forgets what was gathered because the topic is read anew; what is in use stays. */
  synchronized void restart() {
    gathered.clear();
    refused.clear();
    taken.clear();
    changed = true;
  }

  /** Gathers a record; no value is as good as an entry that is as shipped. */
  synchronized void take(
      int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {
    String id = key == null ? "(no key)" : new String(key, StandardCharsets.UTF_8);
    refused.remove(id);
    gathered.remove(id);
    changed = true;
    taken.put(partition, offset);
    if (value != null) {
      read(id, partition, offset, value);
    }
  }

  private void read(String id, int partition, long offset, byte[] value) {
    try {
      DictionaryEntry entry =
          Topics.DICTIONARY_ENTRIES
              .valueSerde()
              .deserializer()
              .deserialize(Topics.DICTIONARY_ENTRIES.name(), value);
      if (!entry.id().equals(id)) {
        throw new IllegalArgumentException("the key is " + id + ", the entry " + entry.id());
      }
      if (gathered.size() >= MOST_ENTRIES) {
        throw new IllegalArgumentException("there are " + MOST_ENTRIES + " entries already");
      }
      gathered.put(id, entry);
    } catch (SerializationException | IllegalArgumentException | NullPointerException e) {
      String fault = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
      String reason = fault.substring(0, Math.min(fault.length(), LONGEST_REASON));
      refused.put(id, new Edition.Refusal(id, partition, offset, reason));
      LOG.warn("Dictionary entry {} is not in force: {}", id, reason);
    }
  }

  /** Whether something was gathered that is not in use. */
  synchronized boolean changed() {
    return changed;
  }

  /** Puts all that was gathered in use, from the next article on. */
  synchronized void publish() {
    Edition next = Edition.of(shipped, gathered, refused.values());
    actors.use(next.book());
    countries.accept(next.countryNames());
    edition = next;
    changed = false;
    published++;
    used.putAll(taken);
    notifyAll();
  }

  /** Waits until a record is in use; false where it is not within the given time. */
  synchronized boolean await(int partition, long offset, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (used.getOrDefault(partition, -1L) < offset) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return false;
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** What is in use. */
  Edition edition() {
    return edition;
  }

  /** How many editions were built. */
  synchronized int published() {
    return published;
  }

  /** Puts entries in use that come from no topic: for programs that run without Kafka. */
  public synchronized void use(List<DictionaryEntry> entries) {
    entries.forEach(entry -> gathered.put(entry.id(), entry));
    publish();
  }
}
