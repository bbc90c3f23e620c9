package org.tocsin.ingest.state;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Topics;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.publish.Ending;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Metrics;
import org.tocsin.service.Settings;

/**
 * The states of sources in Kafka. A source belongs to a partition by the hash of its name; a
 * partition that is gained is ours once the last owner's open transaction is ended and its states
 * are read.
 */
public final class KafkaSourceStore implements SourceStore {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSourceStore.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration CATCH_UP = Duration.ofSeconds(30);

  private final Settings settings;
  private final String prefix;
  private final String topic;
  private final int partitions;
  private final Limits limits;
  private final Metrics metrics;
  private final Clock clock;
  private final StateBook book;
  private final Membership membership;
  private final Map<Integer, Holding> holdings = new ConcurrentHashMap<>();
  private final Map<String, FetchState> written = new ConcurrentHashMap<>();
  private final ExecutorService takingOver =
      Executors.newCachedThreadPool(KafkaSourceStore::thread);
  private volatile @Nullable String unwritten;
  private volatile boolean closed;

  public KafkaSourceStore(Settings settings, Metrics metrics, Clock clock) {
    this.settings = settings;
    this.prefix = settings.get(KafkaSettings.PREFIX);
    this.topic = Topics.SOURCE_STATES.in(prefix);
    this.partitions = settings.get(KafkaSettings.PARTITIONS);
    this.limits = IngestSettings.limits(settings);
    this.metrics = metrics;
    this.clock = clock;
    this.book = new StateBook(settings);
    this.membership = Membership.of(settings, this::gain, this::lose);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "ingest-take-over");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void start() {
    book.start();
    membership.start();
  }

  private void gain(int partition) {
    PartitionWriter writer = PartitionWriter.of(settings, new TopicPartition(topic, partition));
    Holding gained = new Holding(partition, writer, PAUSE.toMillis());
    lose(partition);
    holdings.put(partition, gained);
    takingOver.execute(() -> takeOver(partition, gained));
  }

  private void takeOver(int partition, Holding gained) {
    try {
      gained.takeOver(
          new Holding.Step() {
            @Override
            public void catchUp()
                throws InterruptedException, ExecutionException, TimeoutException {
              KafkaSourceStore.this.catchUp(partition);
            }

            @Override
            public void claimed() {
              written.keySet().removeIf(source -> partition(source) == partition);
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void catchUp(int partition)
      throws InterruptedException, ExecutionException, TimeoutException {
    book.upToDate(partition).get(CATCH_UP.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lose(int partition) {
    Holding held = holdings.remove(partition);
    if (held != null) {
      held.lose();
    }
  }

  private int partition(String source) {
    byte[] key = source.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  @Override
  public boolean owns(String source) {
    Holding held = holdings.get(partition(source));
    return held != null && held.ours();
  }

  @Override
  public @Nullable FetchState state(String source) {
    FetchState mine = owns(source) ? written.get(source) : null;
    return mine == null ? book.get(source) : mine;
  }

  @Override
  public void commit(List<Parsed> found, Lane lane, FetchState after)
      throws InterruptedException, LostSourceException {
    List<Ending> endings = new ArrayList<>();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Parsed parsed : found) {
      Ending ending = Ending.of(parsed, lane, limits, prefix, clock.instant());
      endings.add(ending);
      records.addAll(ending.records());
    }
    records.add(record(after));
    int partition = partition(after.source());
    while (!attempt(partition, records, after)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
    written.put(after.source(), after);
    endings.forEach(ending -> ending.count(metrics));
  }

  /** Whether it is written for certain; false where it has to be tried again. */
  private boolean attempt(
      int partition, List<ProducerRecord<byte[], byte[]>> records, FetchState after)
      throws InterruptedException, LostSourceException {
    ConsumerGroupMetadata group = membership.group();
    Holding held = holdings.get(partition);
    if (held == null || !held.ours() || group == null || closed) {
      throw new LostSourceException(after.source());
    }
    try {
      held.writer().write(records, group);
      unwritten = null;
      return true;
    } catch (CommitFailedException e) {
      LOG.debug("The group is sharing the sources anew", e);
      return false;
    } catch (KafkaException | IllegalStateException e) {
      LOG.warn("What {} gave is not in Kafka yet: {}", after.source(), e.toString());
      unwritten = "what " + after.source() + " gave is not written: " + e.getMessage();
      return alreadyWritten(held, partition, after);
    }
  }

  /** A commit that was not answered may have been done: the log itself knows. */
  private boolean alreadyWritten(Holding held, int partition, FetchState after)
      throws InterruptedException {
    try {
      held.writer().open();
      catchUp(partition);
    } catch (KafkaException | IllegalStateException | TimeoutException | ExecutionException e) {
      LOG.debug("Kafka does not tell either", e);
      return false;
    }
    FetchState stored = book.get(after.source());
    return stored != null
        && stored.owner().equals(after.owner())
        && stored.version() >= after.version();
  }

  @Override
  public @Nullable String trouble() {
    String missing = membership.trouble();
    return missing == null ? unwritten : missing;
  }

  private ProducerRecord<byte[], byte[]> record(FetchState state) {
    byte[] key = state.source().getBytes(StandardCharsets.UTF_8);
    byte[] value = Topics.SOURCE_STATES.valueSerde().serializer().serialize(topic, state);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, partition(state.source()), key, value);
    Headers.into(record.headers())
        .describe(
            FetchState.class, state.source() + "." + state.version(), "ingest", clock.instant());
    return record;
  }

  @Override
  public void close() {
    closed = true;
    membership.close();
    book.close();
    takingOver.shutdownNow();
    holdings.values().forEach(Holding::lose);
  }
}
