package org.tocsin.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import org.junit.jupiter.api.Test;
import org.tocsin.contract.Delivery;
import org.tocsin.contract.Delivery.Status;

class DeliveryMemoryTest {
  private final DeliveryMemory memory = new DeliveryMemory(3);

  private static Delivery delivery(String alert, Status status, int minute) {
    return new Delivery(
        "hook", alert, 0, "ports", status, 1, "", null, null, NOON.plusSeconds(60L * minute));
  }

  @Test
  void listsAndForgetsByTimeWhateverTheOrderInWhichItReads() {
    memory.note(delivery("late", Status.DELIVERED, 9));
    memory.note(delivery("early", Status.DELIVERED, 1));
    memory.note(delivery("later", Status.DEAD, 10));
    memory.note(delivery("middle", Status.DELIVERED, 5));
    assertThat(memory.latest(10, d -> true))
        .extracting(Delivery::alert)
        .containsExactly("later", "late", "middle");
    assertThat(memory.of("hook/early")).isNull();
    assertThat(memory.latest(1, d -> d.status() == Status.DELIVERED))
        .extracting(Delivery::alert)
        .containsExactly("late");
  }

  @Test
  void forgetsWhatHasEndedBeforeWhatIsBeingTried() {
    memory.note(delivery("tried", Status.RETRYING, 1));
    memory.note(delivery("a", Status.DELIVERED, 2));
    memory.note(delivery("b", Status.DELIVERED, 3));
    memory.note(delivery("c", Status.DELIVERED, 4));
    assertThat(memory.of("hook/tried")).isNotNull();
    assertThat(memory.of("hook/a")).isNull();
  }

  @Test
  void whatHasArrivedStaysSo() {
    memory.note(delivery("a", Status.DELIVERED, 1));
    memory.note(delivery("a", Status.RETRYING, 2));
    assertThat(memory.latest(10, d -> true))
        .extracting(Delivery::status)
        .containsExactly(Status.DELIVERED);
  }
}
