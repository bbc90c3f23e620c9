package org.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with a file of this module's resources; run the test with {@code
 * -Dtocsin.golden.update=true} to write the file anew and read the difference in the review.
 */
final class Golden {
  private static final Path RESOURCES = Path.of("src/main/resources");

  private Golden() {}

  static void check(String name, String actual) throws IOException {
    Path file = RESOURCES.resolve(name);
    if (Boolean.getBoolean("tocsin.golden.update")) {
      Files.writeString(file, actual);
    }
    assertThat(file).as("golden file").exists();
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
