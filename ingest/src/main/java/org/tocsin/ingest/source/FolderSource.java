package org.tocsin.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;

/**
 * A folder that others put files into. A file is read once it looked the same at two polls in a
 * row, so that one half written waits for the next; read again when it changed. One that cannot be
 * opened is rejected once, and tried again at every poll. Hidden files and links are left alone.
 */
final class FolderSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);
  private static final int DEPTH = 8;

  private final String name;
  private final Path folder;
  private final FileReader reader;
  private Map<Path, Stamp> last = Map.of();
  private final Map<Path, Stamp> pending = new HashMap<>();
  private final Map<Path, Stamp> done = new HashMap<>();
  private final Map<Path, Stamp> pendingRefusals = new HashMap<>();
  private final Map<Path, Stamp> refused = new HashMap<>();

  FolderSource(String name, Path folder, ArticleReader reader) {
    this(name, folder, (file, sink) -> reader.read(file, sink));
  }

  FolderSource(String name, Path folder, FileReader reader) {
    this.name = name;
    this.folder = folder;
    this.reader = reader;
  }

  @Override
  public int poll(Consumer<Parsed> sink) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    pending.clear();
    pendingRefusals.clear();
    Map<Path, Stamp> now = files();
    for (Map.Entry<Path, Stamp> file : now.entrySet()) {
      Stamp stamp = file.getValue();
      boolean settled = stamp.equals(last.get(file.getKey()));
      if (settled && !stamp.equals(done.get(file.getKey()))) {
        read(file.getKey(), stamp, sink);
      }
    }
    last = now;
    done.keySet().retainAll(now.keySet());
    refused.keySet().retainAll(now.keySet());
    return now.size();
  }

  /** One file that cannot be opened does not keep the others from being read. */
  private void read(Path file, Stamp stamp, Consumer<Parsed> sink) {
    try {
      reader.read(file, named(sink));
      pending.put(file, stamp);
    } catch (NoSuchFileException e) {
      LOG.debug("A file went away before it was read", e);
    } catch (IOException e) {
      if (!stamp.equals(refused.get(file))) {
        LOG.warn("Source {}: {} cannot be read: {}", name, file, e.toString());
        sink.accept(Rejection.of(file.toString(), "", "cannot be read: " + e));
        pendingRefusals.put(file, stamp);
      }
    }
  }

  /** Articles that name no outlet are from this source. */
  private Consumer<Parsed> named(Consumer<Parsed> sink) {
    return parsed -> sink.accept(parsed.from(name));
  }

  private Map<Path, Stamp> files() throws IOException {
    Map<Path, Stamp> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
      List<Path> found = walk.filter(FolderSource::wanted).toList();
      for (Path file : found) {
        Stamp stamp = Stamp.of(file);
        if (stamp != null) {
          files.put(file, stamp);
        }
      }
    }
    return files;
  }

  private static boolean wanted(Path file) {
    String name = String.valueOf(file.getFileName());
    boolean hidden = name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
    return !hidden && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void accepted() {
    done.putAll(pending);
    pending.clear();
    refused.putAll(pendingRefusals);
    pendingRefusals.clear();
  }

  /** Opens and reads one file. */
  interface FileReader {
    void read(Path file, Consumer<Parsed> sink) throws IOException;
  }

  /** What a file looks like from outside. */
  private record Stamp(long size, FileTime modified) {
    static @Nullable Stamp of(Path file) {
      try {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(facts.size(), facts.lastModifiedTime());
      } catch (IOException e) {
        LOG.debug("A file went away while the folder was read", e);
        return null;
      }
    }
  }
}
