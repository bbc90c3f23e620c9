package org.tocsin.deploy.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.OperatorException;

/**
 * The folder that survives a restart: the broker's log in {@code kafka/}, stream stores in {@code
 * streams/}. Used by one process at a time, and only by a version that understands its layout.
 */
public final class DataFolder implements AutoCloseable {
  /** Layout of the folder; counted up when an older program could not read it any more. */
  static final String LAYOUT = "1";

  private static final String VERSION_FILE = "VERSION";
  private static final String LOCK_FILE = ".lock";

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens a folder, made where there is none, and locks it for this process.
   *
   * @throws OperatorException where another process uses it, another version wrote it, or it holds
   *     something else
   */
  public static DataFolder open(Path path) {
    try {
      boolean fresh = !Files.exists(path.resolve(VERSION_FILE));
      if (fresh && Files.exists(path) && !isEmpty(path)) {
        throw new OperatorException(
            path + " is not empty and not a data folder of Tocsin",
            "Name another folder with data.dir in the configuration file.");
      }
      Files.createDirectories(path);
      FileChannel channel = lock(path);
      try {
        checkLayout(path, fresh);
        return new DataFolder(path, channel);
      } catch (OperatorException | IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new OperatorException(
          "cannot use the data folder " + path + ": " + e,
          "Check that it may be written, or name another one with data.dir.",
          e);
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new OperatorException(
          "another Tocsin uses the data folder " + path,
          "Stop it first, or name another folder with data.dir.");
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void checkLayout(Path path, boolean fresh) throws IOException {
    Path file = path.resolve(VERSION_FILE);
    if (fresh) {
      Files.writeString(file, LAYOUT + "\n");
      return;
    }
    String found = Files.readString(file).strip();
    if (!found.equals(LAYOUT)) {
      throw new OperatorException(
          "the data folder "
              + path
              + " has layout '"
              + found
              + "', this version of Tocsin reads layout "
              + LAYOUT,
          "Use the version that wrote it, or name another folder with data.dir.");
    }
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (var entries = Files.list(path)) {
      return entries.allMatch(e -> e.getFileName().toString().equals(LOCK_FILE));
    }
  }

  /** Where the broker keeps its log. */
  public Path kafka() {
    return path.resolve("kafka");
  }

  /** Where stream stores are kept. */
  public Path streams() {
    return path.resolve("streams");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
