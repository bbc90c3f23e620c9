package org.tocsin.ingest.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
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

  private final String name;
  private final Path folder;
  private final FileReader reader;
  private Map<Path, String> last = Map.of();

  FolderSource(String name, Path folder, ArticleReader reader) {
    this(name, folder, (file, sink) -> reader.read(file, sink));
  }

  FolderSource(String name, Path folder, FileReader reader) {
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
    Map<Path, String> now = files();
    FilesRead done = new FilesRead(before.seen(), now.values(), MOST_FILES);
    FetchState state = before;
    for (Map.Entry<Path, String> file : now.entrySet()) {
      String stamp = file.getValue();
      boolean settled = stamp.equals(last.get(file.getKey())) || stamp.equals(before.document());
      if (settled && !done.contains(stamp)) {
        state = read(file.getKey(), stamp, new FileParts(state, stamp, done, now.size(), out));
      }
    }
    last = now;
    if (state.equals(before)) {
      out.take(List.of(), now.size(), Change.of(state).remember(done.all()));
    }
  }

  /** One file that cannot be read does not keep the others from being read, whatever is thrown. */
  private FetchState read(Path file, String stamp, FileParts parts)
      throws InterruptedException, LostSourceException {
    try {
      reader.read(file, parsed -> parts.accept(parsed.from(name)));
      return parts.finish();
    } catch (NoSuchFileException e) {
      LOG.debug("A file went away before it was read", e);
      return parts.state();
    } catch (FileParts.Stopped e) {
      throw e.unwrap();
    } catch (IOException e) {
      LOG.warn("Source {}: {} cannot be read: {}", name, file, e.toString());
      return parts.refuse(
          ArticleId.hash("refused", stamp),
          Rejection.of(file.toString(), "", "cannot be read: " + e));
    } catch (RuntimeException | Error e) {
      LOG.warn("Source {}: {} ends in {}", name, file, e.toString());
      return parts.giveUp(Rejection.of(file.toString(), "", "cannot be read: " + e));
    }
  }

  /** A subfolder that cannot be opened is told and left out. */
  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(java.nio.file.FileVisitOption.class),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            if (facts.isRegularFile() && wanted(file) && files.size() < MOST_FILES) {
              files.put(file, stamp(file, facts));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) {
            LOG.warn("Source {}: {} cannot be looked at: {}", name, file, fault.toString());
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String stamp(Path file, BasicFileAttributes facts) {
    return ArticleId.hash(
        file.toString(),
        String.valueOf(facts.size()),
        String.valueOf(facts.lastModifiedTime().toMillis()));
  }

  private static boolean wanted(Path file) {
    String name = String.valueOf(file.getFileName());
    return !(name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp"));
  }

  /** Opens and reads one file. */
  interface FileReader {
    void read(Path file, Consumer<Parsed> sink) throws IOException;
  }
}
