package org.tocsin.alert.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tocsin.alert.desk.LiveDesk;
import org.tocsin.alert.desk.StreamClients;
import org.tocsin.contract.Alert;

/**
 * So many pages (first argument, 500 by default) follow one server while so many alerts a second
 * (second, 10) ring for so many seconds (third, 60): whether each page gets each alert, and how
 * long after its record was read from the topic. Where a running broker is named (fourth argument,
 * such as {@code 127.0.0.1:9092}) the alerts go through Kafka, and the time counts from the call
 * that sends the record. Server and pages share this process and the loopback.
 */
final class StreamBenchmark {
  private static final int WARM_UP = 30;

  private final int pages;
  private final int perSecond;
  private final int seconds;

  private StreamBenchmark(int pages, int perSecond, int seconds) {
    this.pages = pages;
    this.perSecond = perSecond;
    this.seconds = seconds;
  }

  public static void main(String[] args) throws Exception {
    StreamBenchmark benchmark =
        new StreamBenchmark(number(args, 0, 500), number(args, 1, 10), number(args, 2, 60));
    Machine.print();
    if (args.length > 3) {
      try (Cluster cluster = new Cluster(args[3]);
          LiveDesk desk = LiveDesk.reading(benchmark.pages, cluster.settings())) {
        System.out.println("through the broker at " + args[3]);
        benchmark.run(desk, cluster::alert);
      }
    } else {
      try (LiveDesk desk = new LiveDesk(benchmark.pages)) {
        System.out.println("from the record on");
        benchmark.run(desk, desk::take);
      }
    }
  }

  private static int number(String[] args, int place, int otherwise) {
    return args.length > place ? Integer.parseInt(args[place]) : otherwise;
  }

  /** Rings a few that nobody counts first, so that what is measured is not the start. */
  private void run(LiveDesk desk, Consumer<Alert> ring) throws IOException, InterruptedException {
    int alerts = perSecond * seconds;
    try (StreamClients clients = new StreamClients(desk.port(), pages, WARM_UP + alerts)) {
      while (desk.streams() < pages || !desk.ready()) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      ring(clients, ring, 0, WARM_UP);
      TimeUnit.SECONDS.sleep(2);
      clients.forget();
      var system =
          (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long before = system.getProcessCpuTime();
      ring(clients, ring, WARM_UP, alerts);
      TimeUnit.SECONDS.sleep(2);
      print(clients, alerts, (system.getProcessCpuTime() - before) / 1e9);
    }
  }

  private void ring(StreamClients clients, Consumer<Alert> ring, int from, int count)
      throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      TimeUnit.NANOSECONDS.sleep(start + i * (1_000_000_000L / perSecond) - System.nanoTime());
      clients.rings(from + i);
      ring.accept(LiveDesk.alert(from + i));
    }
  }

  private void print(StreamClients clients, int alerts, double processorSeconds) {
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
        processorSeconds / (seconds + 2) * 100);
  }
}
