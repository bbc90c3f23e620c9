package org.tocsin.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/**
 * The inputs of one poll of a folder on their way, in parts: the end of a file and the next ones
 * share a part, so that ten thousand small files are not ten thousand transactions. Each part is
 * written with the position behind it in the file that is being read; what stands before the
 * position of the state was written by whoever began that file.
 */
final class FileParts implements Consumer<Parsed> {
  private static final int PART_INPUTS = 200;
  private static final int PART_CHARS = 4 << 20;

  private final FetchState before;
  private final FilesRead done;
  private final int files;
  private final Source.Batches out;
  private FetchState state;
  private List<Parsed> part = new ArrayList<>();
  private int chars;
  private boolean unwritten = true;
  private @Nullable String reading;
  private long position;
  private long skip;

  FileParts(FetchState before, FilesRead done, int files, Source.Batches out) {
    this.before = before;
    this.state = before;
    this.done = done;
    this.files = files;
    this.out = out;
  }

  /** What comes now is of this file. */
  void begin(String stamp) {
    reading = stamp;
    position = 0;
    skip = stamp.equals(before.document()) ? before.position() : 0;
  }

  @Override
  public void accept(Parsed parsed) {
    if (++position <= skip) {
      return;
    }
    add(parsed);
    if (part.size() >= PART_INPUTS || chars >= PART_CHARS) {
      try {
        write();
      } catch (InterruptedException | LostSourceException e) {
        throw new Stopped(e);
      }
    }
  }

  private void add(Parsed parsed) {
    part.add(parsed);
    String text = parsed instanceof ArticleDraft draft ? draft.text() : null;
    chars += text == null ? 0 : text.length();
  }

  private void write() throws InterruptedException, LostSourceException {
    Change change = Change.of(state).reading(reading, reading == null ? 0 : position);
    state = out.take(part, files, change.remember(done.all()));
    part = new ArrayList<>();
    chars = 0;
    unwritten = false;
  }

  /** The file is read to its end. */
  void finish(String stamp) {
    done.add(stamp);
    leave();
  }

  /** The file went away. */
  void leave() {
    reading = null;
    unwritten = true;
  }

  /** Something cannot be read: said once, tried again at every poll. */
  void refuse(String told, Rejection rejection) {
    leave();
    if (!done.contains(told)) {
      done.add(told);
      add(rejection);
    }
  }

  /** The file breaks whoever reads it: what came before is kept, the rest is given up. */
  void giveUp(String stamp, Rejection rejection) {
    add(rejection);
    finish(stamp);
  }

  /** All files are read; a poll that found nothing is written, too. */
  void end() throws InterruptedException, LostSourceException {
    if (unwritten) {
      write();
    }
  }

  /** Carries the end of a poll through a parser. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped(Exception cause) {
      super(cause);
    }

    /** The exception inside; an interruption is thrown at once. */
    LostSourceException unwrap() throws InterruptedException {
      if (getCause() instanceof LostSourceException lost) {
        return lost;
      }
      throw new InterruptedException("stopped while a file was read");
    }
  }
}
