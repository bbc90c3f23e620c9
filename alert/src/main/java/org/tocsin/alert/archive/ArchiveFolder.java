package org.tocsin.alert.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

/**
 * Where an archive lies: beside the stores of Kafka Streams, or, where they have no fixed place, in
 * a temporary folder that goes when the archive is closed.
 */
public final class ArchiveFolder<A extends Closeable> implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFolder.class);

  private final Path folder;
  private final boolean temporary;
  private final A archive;

  private ArchiveFolder(Path folder, boolean temporary, A archive) {
    this.folder = folder;
    this.temporary = temporary;
    this.archive = archive;
  }

  /** Opens an archive in a directory. */
  public interface Opener<A> {
    A open(Directory directory) throws IOException;
  }

  /**
   * Opens the archive that the settings ask for.
   *
   * @param kind of archive: {@code statement-archive}
   */
  public static <A extends Closeable> ArchiveFolder<A> open(
      Settings settings, String kind, Opener<A> opener) {
    String state = settings.get(KafkaSettings.STATE_DIR);
    String name = settings.get(KafkaSettings.PREFIX) + kind;
    try {
      boolean temporary = state.isEmpty();
      Path folder = temporary ? Files.createTempDirectory("tocsin-archive-") : Path.of(state, name);
      Files.createDirectories(folder);
      return new ArchiveFolder<>(folder, temporary, open(folder, opener));
    } catch (LockObtainFailedException e) {
      throw new OperatorException(
          "the " + kind + " under " + state + " is open in another process",
          "Give each process a streams.state.dir of its own.",
          e);
    } catch (IOException e) {
      throw new OperatorException(
          "the " + kind + " cannot be opened: " + e.getMessage(),
          "Check streams.state.dir and its permissions; the folder " + name + " may be deleted.",
          e);
    }
  }

  /** What cannot be read is begun anew: it is a cache, and Kafka has it all. */
  private static <A> A open(Path folder, Opener<A> opener) throws IOException {
    try {
      return opener.open(FSDirectory.open(folder));
    } catch (IOException | RuntimeException e) {
      if (!TopicIndex.unreadable(e)) {
        throw e;
      }
      LOG.warn("The archive in {} cannot be read and is begun anew: {}", folder, e.toString());
      clear(folder);
      return opener.open(FSDirectory.open(folder));
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  public A archive() {
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
