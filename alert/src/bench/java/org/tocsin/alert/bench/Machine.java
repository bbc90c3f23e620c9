package org.tocsin.alert.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a benchmark ran on, and what it took of it. */
final class Machine {
  private Machine() {}

  static void print() {
    System.out.printf(
        "%s %s, %d processors, heap of at most %,d MB%n",
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** The disk that a store takes, and the heap. */
  static void printStore(Path folder) throws IOException {
    System.out.printf(
        "%,d MB of disk for statements, %,d MB for alerts; %,d MB of heap in use%n",
        disk(folder.resolve("statements")) >> 20,
        disk(folder.resolve("alerts")) >> 20,
        used() >> 20);
  }

  private static long disk(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  /** Bytes of heap in use, after the garbage was collected. */
  static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
