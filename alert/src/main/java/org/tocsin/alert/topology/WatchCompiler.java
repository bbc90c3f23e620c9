package org.tocsin.alert.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.query.QueryException;
import org.tocsin.alert.query.WatchIndex;
import org.tocsin.contract.Topics;
import org.tocsin.contract.Watch;

/**
 * Keeps the global store {@code watches} and reads each query once. It parses the bytes itself: a
 * global store has no dead letters, and one bad watch must not stop the others. A record that
 * cannot be read takes its watch out of force, is logged and counted; so it is the same before and
 * after a restart, when only that record is left of the watch.
 */
final class WatchCompiler extends ContextualProcessor<byte[], byte[], Void, Void> {
  static final String STORE = "watches";

  private static final Logger LOG = LoggerFactory.getLogger(WatchCompiler.class);

  private final WatchBook book;
  private KeyValueStore<String, byte[]> store;

  WatchCompiler(WatchBook book) {
    this.book = book;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    super.init(context);
    store = context.getStateStore(STORE);
    book.clear();
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> next = all.next();
        compile(next.key, next.value);
      }
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.key() == null) {
      refuse("?", new IllegalArgumentException("a watch without a key"));
      return;
    }
    String id = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      store.delete(id);
      book.remove(id);
    } else {
      store.put(id, record.value());
      compile(id, record.value());
    }
  }

  private void compile(String id, byte[] bytes) {
    try {
      Watch watch = Topics.WATCHES.valueSerde().deserializer().deserialize(STORE, bytes);
      if (!watch.id().equals(id)) {
        throw new IllegalArgumentException("the key is " + id + ", the watch " + watch.id());
      }
      book.put(WatchIndex.Entry.of(watch));
    } catch (SerializationException | IllegalArgumentException | NullPointerException e) {
      refuse(id, e);
    } catch (QueryException e) {
      refuse(id, new IllegalArgumentException("position " + e.position() + ": " + e.reason(), e));
    }
  }

  private void refuse(String id, RuntimeException fault) {
    book.remove(id);
    book.countRefused();
    LOG.warn("Watch {} is not in force: {}", id, fault.getMessage());
  }
}
