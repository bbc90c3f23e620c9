package org.tocsin.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The labelled articles that lie beside the repository on some machines. They are other people's
 * texts and no part of the project; tests that read them are skipped where they are absent.
 */
final class Shared {
  private Shared() {}

  /** The folder of the seeds; skips the test where there is none. */
  static Path seeds() {
    Path seeds = find();
    assumeTrue(seeds != null, "no ../shared/seeds on this machine: skipped");
    return java.util.Objects.requireNonNull(seeds);
  }

  private static @Nullable Path find() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path seeds = folder.resolve("shared").resolve("seeds");
      if (Files.exists(seeds.resolve("gold.json"))) {
        return seeds;
      }
      folder = folder.getParent();
    }
    return null;
  }
}
