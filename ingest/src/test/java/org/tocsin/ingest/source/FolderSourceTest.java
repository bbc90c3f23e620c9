package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;

class FolderSourceTest {
  private final AtomicBoolean locked = new AtomicBoolean(true);

  @Test
  void rejectsAFileItCannotOpenOnceAndReadsTheOthers(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Quay closed.");
    Files.writeString(folder.resolve("b.txt"), "Pier open.");
    FolderSource source = source(folder);
    poll(source);

    List<Parsed> found = poll(source);

    assertThat(found).hasSize(2);
    assertThat(found.get(0)).isInstanceOf(Rejection.class);
    assertThat(found.get(0).toString()).contains("a.txt", "cannot be read", "AccessDenied");
    assertThat(poll(source)).isEmpty();
    locked.set(false);
    assertThat(poll(source)).hasSize(1).noneMatch(Rejection.class::isInstance);
    assertThat(poll(source)).isEmpty();
  }

  /** The tests may run as root, whom no permission of a file keeps out. */
  private FolderSource source(Path folder) {
    ArticleReader reader = new ArticleReader(Limits.DEFAULT);
    return new FolderSource(
        "inbox",
        folder,
        (file, sink) -> {
          if (locked.get() && file.endsWith("a.txt")) {
            throw new AccessDeniedException(file.toString());
          }
          reader.read(file, sink);
        });
  }

  private static List<Parsed> poll(FolderSource source) throws IOException {
    List<Parsed> found = new ArrayList<>();
    source.poll(found::add);
    source.accepted();
    return found;
  }
}
