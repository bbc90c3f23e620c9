package org.tocsin.enrich.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure was measured on. */
final class Machine {
  private Machine() {}

  /** For example {@code 2 x Intel(R) Xeon(R) Processor, JDK 17.0.15+6, Linux amd64}. */
  static String description() {
    return String.format(
        "%d x %s, JDK %s, %s %s",
        Runtime.getRuntime().availableProcessors(),
        processor(),
        Runtime.version(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("processor");
    } catch (IOException e) {
      return "processor";
    }
  }

  /** Bytes of the heap in use after a collection. */
  static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
