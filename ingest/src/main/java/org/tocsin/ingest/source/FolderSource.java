package org.tocsin.ingest.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/**
 * A folder that others put files into. A file is read once it looked the same at two polls in a
 * row, so that one half written waits for the next; read again when it changed. One that cannot be
 * opened is rejected once, and tried again at every poll. Hidden files and links are left alone.
 * Files are handed on in parts, each with its position, so that whoever takes over goes on in the
 * middle.
 */
final class FolderSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);
  private static final int DEPTH = 8;
  private static final int MOST_FILES = 50_000;
  private static final String LEFT_OUT = ArticleId.hash("left out");

  private final String name;
  private final Path folder;
  private final FileReader reader;
  private final int mostFiles;
  private Map<Path, String> last = Map.of();

  FolderSource(String name, Path folder, ArticleReader reader) {
    this(name, folder, (file, sink) -> reader.read(file, sink));
  }

  FolderSource(String name, Path folder, FileReader reader) {
    this(name, folder, reader, MOST_FILES);
  }

  FolderSource(String name, Path folder, FileReader reader, int mostFiles) {
    this.mostFiles = mostFiles;
    this.name = name;
    this.folder = folder;
    this.reader = reader;
  }

  @Override
  public void poll(FetchState before, Batches out)
      throws IOException, InterruptedException, LostSourceException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    Found now = files();
    FilesRead done = new FilesRead(before.seen(), now::known, mostFiles);
    FileParts parts = new FileParts(before, done, now.stamps.size(), out);
    if (now.leftOut > 0) {
      leaveOut(now.leftOut, parts);
    }
    for (Map.Entry<Path, String> file : begunFirst(now.stamps, before.document())) {
      String stamp = file.getValue();
      boolean settled = stamp.equals(last.get(file.getKey())) || stamp.equals(before.document());
      if (settled && !done.contains(stamp)) {
        parts.begin(stamp);
        read(file.getKey(), stamp, parts);
      }
    }
    last = now.stamps;
    parts.end();
  }

  /** In order of their paths, but a file that was begun goes on first: there is one position. */
  private static List<Map.Entry<Path, String>> begunFirst(
      Map<Path, String> files, @Nullable String begun) {
    List<Map.Entry<Path, String>> ordered = new ArrayList<>(files.entrySet());
    ordered.sort(Comparator.comparing(file -> !file.getValue().equals(begun)));
    return ordered;
  }

  /** Whoever reads more files than can be remembered reads some of them at every poll. */
  private void leaveOut(int files, FileParts parts) {
    String reason =
        "%d files are left alone: a folder is read up to %d files, move away what was read"
            .formatted(files, mostFiles);
    LOG.warn("Source {}: {}", name, reason);
    parts.refuse(LEFT_OUT, Rejection.of(folder.toString(), "", reason));
  }

  /** One file that cannot be read does not keep the others from being read, whatever is thrown. */
  private void read(Path file, String stamp, FileParts parts)
      throws InterruptedException, LostSourceException {
    try {
      reader.read(file, parsed -> parts.accept(parsed.from(name)));
      parts.finish(stamp);
    } catch (NoSuchFileException e) {
      LOG.debug("A file went away before it was read", e);
      parts.leave();
    } catch (FileParts.Stopped e) {
      throw e.unwrap();
    } catch (IOException e) {
      LOG.warn("Source {}: {} cannot be read: {}", name, file, e.toString());
      parts.refuse(refused(stamp), Rejection.of(file.toString(), "", "cannot be read: " + e));
    } catch (RuntimeException | Error e) {
      LOG.warn("Source {}: {} ends in {}", name, file, e.toString());
      parts.giveUp(stamp, Rejection.of(file.toString(), "", "cannot be read: " + e));
    }
  }

  /** A subfolder that cannot be opened is told and left out. */
  private Found files() throws IOException {
    Found found = new Found();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(java.nio.file.FileVisitOption.class),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            if (facts.isRegularFile() && wanted(file)) {
              found.add(file, stamp(file, facts));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) {
            LOG.warn("Source {}: {} cannot be looked at: {}", name, file, fault.toString());
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static String stamp(Path file, BasicFileAttributes facts) {
    return ArticleId.hash(
        file.toString(),
        String.valueOf(facts.size()),
        String.valueOf(facts.lastModifiedTime().toMillis()));
  }

  private static String refused(String stamp) {
    return ArticleId.hash("refused", stamp);
  }

  private static boolean wanted(Path file) {
    String name = String.valueOf(file.getFileName());
    return !(name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp"));
  }

  /** Opens and reads one file. */
  interface FileReader {
    void read(Path file, Consumer<Parsed> sink) throws IOException;
  }

  /** The files that are there, by their stamps, up to the limit. */
  private final class Found {
    private final Map<Path, String> stamps = new TreeMap<>();
    private int leftOut;

    /** What is remembered of them, for as long as they are there. */
    private Set<String> known() {
      Set<String> known = new HashSet<>(Set.of(LEFT_OUT));
      for (String stamp : stamps.values()) {
        known.add(stamp);
        known.add(refused(stamp));
      }
      return known;
    }

    private void add(Path file, String stamp) {
      if (stamps.size() < mostFiles) {
        stamps.put(file, stamp);
      } else {
        leftOut++;
      }
    }
  }
}
