package org.tocsin.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertStreamTest {
  private static final int PAGES = 50;
  private static final int ALERTS = 200;

  @Test
  void bringsEveryAlertToEveryPageOnce() throws Exception {
    try (LiveDesk desk = new LiveDesk(PAGES);
        StreamClients pages = new StreamClients(desk.port(), PAGES, ALERTS)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> desk.streams() == PAGES);
      for (int i = 0; i < ALERTS; i++) {
        pages.rings(i);
        desk.ring(i);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> pages.received() == PAGES * ALERTS);
      assertThat(pages.doubled()).isZero();
      assertThat(pages.lost()).isZero();
    }
  }
}
