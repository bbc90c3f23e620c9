package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

class FolderSourceTest {
  private final AtomicBoolean locked = new AtomicBoolean(true);

  @Test
  void rejectsAFileItCannotOpenOnceAndReadsTheOthers(@TempDir Path folder) throws Exception {
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

  @Test
  void goesOnWithTheNextFileAfterAnError(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.txt"), "Quay closed.");
    Files.writeString(folder.resolve("b.txt"), "Pier open.");
    ArticleReader reader = new ArticleReader(Limits.DEFAULT);
    FolderSource source =
        new FolderSource(
            "inbox",
            folder,
            (file, sink) -> {
              if (file.endsWith("a.txt")) {
                throw new StackOverflowError();
              }
              reader.read(file, sink);
            });
    poll(source);

    List<Parsed> found = poll(source);

    assertThat(found).hasSize(2);
    assertThat(found.get(0))
        .hasToString(folder.resolve("a.txt") + ": cannot be read: java.lang.StackOverflowError");
    assertThat(poll(source)).isEmpty();
  }

  @Test
  void goesOnInTheMiddleOfAFileThatAnotherBegan(@TempDir Path folder) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      lines.append("{\"id\":\"a").append(i).append("\",\"text\":\"Pier open.\"}\n");
    }
    Files.writeString(folder.resolve("many.jsonl"), lines);
    locked.set(false);
    poll(source(folder));
    FolderSource first = source(folder);
    poll(first);
    OnePoll killed = new OnePoll(state, 3);
    assertThatThrownBy(() -> first.poll(state, killed)).isInstanceOf(LostSourceException.class);
    state = killed.state();
    assertThat(state.position()).isEqualTo(600);

    List<Parsed> rest = poll(source(folder));

    assertThat(killed.found()).hasSize(600);
    assertThat(rest).hasSize(400);
    assertThat(state.document()).isNull();
  }

  @Test
  void writesManySmallFilesInFewParts(@TempDir Path folder) throws Exception {
    locked.set(false);
    for (int i = 0; i < 500; i++) {
      Files.writeString(folder.resolve("n" + i + ".txt"), "Pier open.");
    }
    FolderSource source = source(folder);
    poll(source);
    OnePoll poll = new OnePoll(state, 100);

    source.poll(state, poll);
    state = poll.state();

    assertThat(poll.found()).hasSize(500);
    assertThat(poll.parts()).isEqualTo(3);
    assertThat(poll(source)).isEmpty();
  }

  @Test
  void goesOnWithTheFileThatWasBegunBeforeNewOnes(@TempDir Path folder) throws Exception {
    locked.set(false);
    String line = "{\"id\":\"%d\",\"text\":\"Pier open.\"}\n";
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      lines.append(line.formatted(i));
    }
    Files.writeString(folder.resolve("many.jsonl"), lines);
    FolderSource source = source(folder);
    poll(source);
    OnePoll killed = new OnePoll(state, 1);
    assertThatThrownBy(() -> source.poll(state, killed)).isInstanceOf(LostSourceException.class);
    state = killed.state();
    Files.writeString(folder.resolve("a new one.jsonl"), line.formatted(999));
    FolderSource other = source(folder);
    List<Parsed> found = new java.util.ArrayList<>(poll(other));
    found.addAll(poll(other));

    assertThat(killed.found()).hasSize(200);
    assertThat(found).hasSize(101);
  }

  @Test
  void saysOnceThatThereAreMoreFilesThanItReads(@TempDir Path folder) throws Exception {
    ArticleReader reader = new ArticleReader(Limits.DEFAULT);
    for (int i = 0; i < 7; i++) {
      Files.writeString(folder.resolve("n" + i + ".txt"), "Pier open.");
    }
    FolderSource source = new FolderSource("inbox", folder, (f, sink) -> reader.read(f, sink), 5);

    List<Parsed> first = poll(source);
    List<Parsed> second = poll(source);

    assertThat(first).singleElement().isInstanceOf(Rejection.class);
    assertThat(first.toString()).contains("2 files are left alone", "up to 5 files");
    assertThat(second).hasSize(5).noneMatch(Rejection.class::isInstance);
    assertThat(poll(source)).isEmpty();
  }

  private FetchState state = OnePoll.before("inbox");

  private List<Parsed> poll(FolderSource source) throws Exception {
    OnePoll poll = new OnePoll(state, Integer.MAX_VALUE);
    source.poll(state, poll);
    state = poll.state();
    return poll.found();
  }
}
