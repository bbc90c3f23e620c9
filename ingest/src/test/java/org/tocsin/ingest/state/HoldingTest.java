package org.tocsin.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class HoldingTest {
  private static final TopicPartition PARTITION = new TopicPartition("t-source-states", 3);
  @SuppressWarnings("removal") // A consumer's own is to be had only from a running one.
  private static final ConsumerGroupMetadata GROUP =
      new ConsumerGroupMetadata("ingest-sources", 3, "me", Optional.empty());
  private static final List<ProducerRecord<byte[], byte[]>> ONE =
      List.of(new ProducerRecord<>("t-source-states", new byte[] {1}));

  private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
  private final PartitionWriter writer = new PartitionWriter(PARTITION, this::producer);
  private final Holding holding = new Holding(3, writer, 1);
  private int claimed;

  @Test
  void isOursOnceItIsCaughtUp() throws Exception {
    assertThat(holding.ours()).isFalse();

    holding.takeOver(step(() -> assertThat(holding.ours()).isFalse()));
    writer.write(ONE, GROUP);

    assertThat(holding.ours()).isTrue();
    assertThat(claimed).isEqualTo(1);
    assertThat(producers.get(0).history()).hasSize(1);
    assertThat(producers.get(0).consumerGroupOffsetsHistory())
        .singleElement()
        .satisfies(offsets -> assertThat(offsets.get("ingest-sources")).containsKey(PARTITION));
  }

  @Test
  void isNeverOursWhenItIsLostOnTheWay() throws Exception {
    holding.takeOver(step(holding::lose));

    assertThat(holding.ours()).isFalse();
    assertThat(claimed).isZero();
    assertThat(producers).allMatch(MockProducer::closed);
    assertThatThrownBy(() -> writer.write(ONE, GROUP)).isInstanceOf(IllegalStateException.class);
    assertThat(producers).hasSize(1);
  }

  @Test
  void leavesNoProducerOpenAfterItsLoss() throws Exception {
    holding.takeOver(step(() -> {}));
    holding.lose();

    assertThat(holding.ours()).isFalse();
    assertThat(producers).allMatch(MockProducer::closed);
    assertThatThrownBy(writer::open).hasMessageContaining("the partition is lost");
  }

  @Test
  void triesAgainWhateverIsThrown() throws Exception {
    List<Throwable> faults =
        new ArrayList<>(
            List.of(
                new TopicAuthorizationException("no"),
                new TimeoutException("late"),
                new ExecutionException(new KafkaException("no")),
                new IllegalArgumentException("odd"),
                new OutOfMemoryError("full")));

    holding.takeOver(
        step(
            () -> {
              if (!faults.isEmpty()) {
                HoldingTest.<RuntimeException>sneak(faults.remove(0));
              }
            }));

    assertThat(faults).isEmpty();
    assertThat(holding.ours()).isTrue();
  }

  @Test
  void opensAProducerAgainAfterACommitOfUnknownEnd() throws Exception {
    holding.takeOver(step(() -> {}));
    producers.get(0).commitTransactionException = new KafkaException("no answer");
    assertThatThrownBy(() -> writer.write(ONE, GROUP)).hasMessage("no answer");

    writer.write(ONE, GROUP);

    assertThat(producers.get(0).closed()).isTrue();
    assertThat(producers.get(1).history()).hasSize(1);
  }

  @Test
  void keepsItsProducerWhereTheGroupIsSharedAnew() throws Exception {
    holding.takeOver(step(() -> {}));
    producers.get(0).sendOffsetsToTransactionException = new CommitFailedException("shared anew");
    assertThatThrownBy(() -> writer.write(ONE, GROUP)).isInstanceOf(CommitFailedException.class);
    producers.get(0).sendOffsetsToTransactionException = null;

    writer.write(ONE, GROUP);

    assertThat(producers).hasSize(1);
    assertThat(producers.get(0).history()).hasSize(1);
  }

  private MockProducer<byte[], byte[]> producer() {
    MockProducer<byte[], byte[]> made =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    producers.add(made);
    return made;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable fault) throws T {
    throw (T) fault;
  }

  private Holding.Step step(Runnable catchUp) {
    return new Holding.Step() {
      @Override
      public void catchUp() {
        catchUp.run();
      }

      @Override
      public void claimed() {
        claimed++;
      }
    };
  }
}
