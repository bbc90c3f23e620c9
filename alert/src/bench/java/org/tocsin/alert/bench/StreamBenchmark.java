package org.tocsin.alert.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.tocsin.alert.desk.LiveDesk;
import org.tocsin.alert.desk.StreamClients;

/**
 * So many pages (first argument, 500 by default) follow one server while so many alerts a second
 * (second, 10) ring for so many seconds (third, 60): whether each page gets each alert, and how
 * long after its record was read from the topic. Server and pages share this process and the
 * loopback.
 */
final class StreamBenchmark {
  private StreamBenchmark() {}

  public static void main(String[] args) throws Exception {
    int pages = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
    int alerts = perSecond * seconds;
    System.out.printf(
        "%s %s, %d processors, heap of at most %,d MB%n",
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    try (LiveDesk desk = new LiveDesk(pages);
        StreamClients clients = new StreamClients(desk.port(), pages, alerts)) {
      while (desk.streams() < pages) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      var system =
          (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long before = system.getProcessCpuTime();
      long start = System.nanoTime();
      for (int i = 0; i < alerts; i++) {
        TimeUnit.NANOSECONDS.sleep(start + i * (1_000_000_000L / perSecond) - System.nanoTime());
        clients.rings(i);
        desk.ring(i);
      }
      TimeUnit.SECONDS.sleep(2);
      System.out.printf(
          "%,d pages, %,d alerts at %d a second: %,d of %,d came, %,d twice, %,d pages lost%n",
          pages,
          alerts,
          perSecond,
          clients.received(),
          pages * alerts,
          clients.doubled(),
          clients.lost());
      System.out.printf(
          "median %.1f ms, p99 %.1f ms, slowest %.1f ms; %.0f %% of a processor, pages included%n",
          clients.quantile(0.5),
          clients.quantile(0.99),
          clients.quantile(1),
          (system.getProcessCpuTime() - before) / 1e9 / (seconds + 2) * 100);
    }
  }
}
