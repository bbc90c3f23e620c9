package org.tocsin.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.junit.jupiter.api.Test;

class MembershipTest {
  private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
  private final List<MockConsumer<byte[], byte[]>> consumers = new CopyOnWriteArrayList<>();
  private final List<Integer> gained = new CopyOnWriteArrayList<>();
  private final List<Integer> lost = new CopyOnWriteArrayList<>();

  @Test
  void joinsAgainWhateverIsThrown() {
    faults.add(new KafkaException("no coordinator"));
    faults.add(new OutOfMemoryError("full"));
    try (Membership membership = membership()) {
      assertThat(membership.trouble()).contains("not yet a member");
      membership.start();

      await().until(() -> membership.trouble() == null);

      assertThat(consumers).hasSize(3);
      assertThat(consumers.subList(0, 2)).allMatch(MockConsumer::closed);
      assertThat(membership.group()).isNotNull();
    }
  }

  @Test
  void saysWhatIsGainedAndLostAndWhyItIsNoMember() {
    try (Membership membership = membership()) {
      membership.start();
      await().until(() -> membership.trouble() == null);
      MockConsumer<byte[], byte[]> first = consumers.get(0);
      TopicPartition partition = new TopicPartition("states", 4);
      first.schedulePollTask(
          () -> {
            first.updateBeginningOffsets(Map.of(partition, 0L));
            first.rebalance(List.of(partition));
          });
      await().until(() -> gained.contains(4));

      first.setPollException(new AuthenticationException("wrong password"));

      await().until(() -> consumers.size() > 1 || membership.trouble() != null);
      await().until(() -> membership.trouble() == null);
      assertThat(consumers).hasSize(2);
    }
  }

  private Membership membership() {
    return new Membership("states", this::consumer, gained::add, lost::add);
  }

  private Consumer<byte[], byte[]> consumer() {
    MockConsumer<byte[], byte[]> made =
        new MockConsumer<byte[], byte[]>("earliest") {
          @Override
          public synchronized org.apache.kafka.clients.consumer.ConsumerRecords<byte[], byte[]>
              poll(java.time.Duration timeout) {
            Throwable fault = faults.poll();
            if (fault instanceof Error error) {
              throw error;
            }
            if (fault instanceof RuntimeException exception) {
              throw exception;
            }
            return super.poll(timeout);
          }
        };
    consumers.add(made);
    return made;
  }
}
