package org.tocsin.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Bounds;
import org.tocsin.alert.archive.FaultyDisk;
import org.tocsin.contract.AlertState;
import org.tocsin.contract.Json;

/** What the desk reads again after a fault. */
class DeskViewFaultsTest {
  private static final TopicPartition ALERTS = new TopicPartition("alerts", 0);
  private static final TopicPartition STATES = new TopicPartition("alert-states", 0);

  private final FaultyDisk disk = new FaultyDisk();
  private AlertArchive archive;
  private DeskView view;

  @BeforeEach
  void start() throws IOException {
    archive = new AlertArchive(disk, Bounds.of(Duration.ofDays(90)));
    view = new DeskView("", archive, new DeskView.Capacity(100, 1 << 20, 100));
    view.startAt(ALERTS, 0, 0);
    view.startAt(STATES, 0, 0);
  }

  @AfterEach
  void stop() throws IOException {
    archive.close();
  }

  private void take(TopicPartition partition, long offset, String key, Object value) {
    view.take(
        new ConsumerRecord<>(partition.topic(), 0, offset, bytes(key), bytes(Json.write(value))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void alert(long offset) {
    String id = "a" + offset;
    take(ALERTS, offset, id, Samples.alert(id, 0, "The port closes."));
  }

  private void acknowledge(long offset, String alert) {
    AlertState state =
        new AlertState(
            alert, AlertState.State.ACKNOWLEDGED, null, null, null, "ines", Samples.NOON, 1);
    take(STATES, offset, alert, state);
  }

  private List<Long> told(TopicPartition partition) throws InterruptedException {
    String name = partition.equals(ALERTS) ? Position.alerts(0) : Position.states(0);
    return view.events().after(0, 100, 1).stream()
        .filter(event -> event.partition().equals(name))
        .map(EventLog.Event::offset)
        .toList();
  }

  @Test
  void readsAgainWhatAFullDiskLostAndTellsNothingTwice() throws Exception {
    alert(0);
    view.commit();
    alert(1);
    acknowledge(0, "a0");
    disk.fill();
    assertThatThrownBy(() -> view.commit()).hasMessageContaining("no space");
    assertThatThrownBy(() -> alert(2)).isNotNull();
    disk.mend();

    archive.heal();
    assertThat(view.from(ALERTS, 0, 3)).isEqualTo(1);
    assertThat(view.from(STATES, 0, 1)).isZero();
    view.startAt(ALERTS, 1, 3);
    view.startAt(STATES, 0, 1);
    alert(1);
    alert(2);
    acknowledge(0, "a0");

    assertThat(archive.size()).isEqualTo(3);
    assertThat(archive.alert("a0").orElseThrow().state()).isNotNull();
    assertThat(told(ALERTS)).containsExactly(0L, 1L, 2L);
    assertThat(told(STATES)).containsExactly(0L);
  }

  @Test
  void readsATopicThatWasMadeAnewFromItsBeginning() throws Exception {
    for (int offset = 0; offset < 5; offset++) {
      alert(offset);
    }
    assertThat(view.outran(ALERTS, 2)).isTrue();
    view.forgetAlerts();
    view.startAt(ALERTS, 0, 2);
    take(ALERTS, 0, "b0", Samples.alert("b0", 0, "The port opens."));
    assertThat(archive.size()).isEqualTo(1);
    assertThat(told(ALERTS)).containsExactly(0L, 1L, 2L, 3L, 4L, 0L);
  }
}
