package org.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads every fixture and compares with the golden result beside it: one line for each draft or
 * rejection. To see what a changed parser makes of them, run with {@code -Dgolden.write=true} and
 * read the difference.
 */
class FixturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures");
  private static final String GOLDEN = ".golden.jsonl";

  static List<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> !f.toString().endsWith(GOLDEN)).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void readsAsTheGoldenResultSays(Path fixture) throws IOException {
    List<String> lines = read(fixture);
    Path golden = Path.of(fixture + GOLDEN);
    if (Boolean.getBoolean("golden.write")) {
      Files.write(golden, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(golden));
  }

  private static List<String> read(Path fixture) throws IOException {
    List<String> lines = new ArrayList<>();
    String name = String.valueOf(fixture.getFileName());
    new ArticleReader(Limits.DEFAULT).read(fixture, name, parsed -> lines.add(line(parsed)));
    return lines;
  }

  private static String line(Parsed parsed) {
    if (parsed instanceof ArticleDraft draft) {
      return ArticleLine.of(draft).json();
    }
    Rejection rejection = (Rejection) parsed;
    return (rejection.unreadable() ? "unreadable: " : "rejected: ") + rejection;
  }
}
