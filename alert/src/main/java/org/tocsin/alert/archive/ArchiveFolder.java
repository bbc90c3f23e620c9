package org.tocsin.alert.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

/**
 * Where the archive lies: beside the stores of Kafka Streams, or, where they have no fixed place,
 * in a temporary folder that goes when the archive is closed.
 */
public final class ArchiveFolder implements AutoCloseable {
  private final Path folder;
  private final boolean temporary;
  private final StatementArchive archive;

  private ArchiveFolder(Path folder, boolean temporary, StatementArchive archive) {
    this.folder = folder;
    this.temporary = temporary;
    this.archive = archive;
  }

  /** Opens the archive that the settings ask for. */
  public static ArchiveFolder open(Settings settings, Duration kept) {
    String state = settings.get(KafkaSettings.STATE_DIR);
    String name = settings.get(KafkaSettings.PREFIX) + "statement-archive";
    try {
      boolean temporary = state.isEmpty();
      Path folder = temporary ? Files.createTempDirectory("tocsin-archive-") : Path.of(state, name);
      Files.createDirectories(folder);
      return new ArchiveFolder(
          folder, temporary, new StatementArchive(FSDirectory.open(folder), kept));
    } catch (LockObtainFailedException e) {
      throw new OperatorException(
          "the archive of statements under " + state + " is open in another process",
          "Give each process a streams.state.dir of its own.",
          e);
    } catch (IOException e) {
      throw new OperatorException(
          "the archive of statements cannot be opened: " + e.getMessage(),
          "Check streams.state.dir and its permissions; the folder " + name + " may be deleted.",
          e);
    }
  }

  public StatementArchive archive() {
    return archive;
  }

  @Override
  public void close() throws IOException {
    archive.close();
    if (temporary) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
