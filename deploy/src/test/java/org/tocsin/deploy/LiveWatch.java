package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/**
 * Watches that are changed while alert runs: put and taken back through one instance, in force on
 * every instance, by what their topologies say of themselves.
 */
final class LiveWatch {
  private static final int CHANGES = 5;
  private static final Duration AT_MOST = Duration.ofSeconds(2);

  private final List<Integer> ports;

  LiveWatch(List<Integer> ports) {
    this.ports = ports;
  }

  void check() throws Exception {
    long before = inForce(ports.get(0));
    long slowest = 0;
    for (int i = 0; i < CHANGES; i++) {
      long start = System.nanoTime();
      int status =
          Http.put(ports.get(0), "/api/watches/live-" + i, "{\"query\":\"quarrystone AND pier\"}");
      assertThat(status).isEqualTo(201);
      long wanted = before + i + 1;
      await()
          .atMost(AT_MOST)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> everywhere(wanted));
      slowest = Math.max(slowest, System.nanoTime() - start);
    }
    System.out.printf(
        "A changed watch was in force on %d instances after %d ms at most, of %d changes%n",
        ports.size(), slowest / 1_000_000, CHANGES);
  }

  private boolean everywhere(long wanted) throws Exception {
    for (int port : ports) {
      if (inForce(port) != wanted) {
        return false;
      }
    }
    return true;
  }

  private static long inForce(int port) throws Exception {
    String line =
        Http.get(port, "/metrics")
            .body()
            .lines()
            .filter(l -> l.startsWith("tocsin_watches "))
            .findFirst()
            .orElse("tocsin_watches -1");
    return (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1));
  }
}
