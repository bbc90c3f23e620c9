package org.tocsin.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/**
 * The inputs of one file on their way, in parts: each part is written with the position behind it,
 * and what stands before the position of the state was written by whoever began the file.
 */
final class FileParts implements Consumer<Parsed> {
  private static final int PART_INPUTS = 200;
  private static final int PART_CHARS = 4 << 20;

  private final String stamp;
  private final FilesRead done;
  private final int files;
  private final Source.Batches out;
  private final long skip;
  private FetchState state;
  private List<Parsed> part = new ArrayList<>();
  private int chars;
  private long position;

  FileParts(FetchState state, String stamp, FilesRead done, int files, Source.Batches out) {
    this.state = state;
    this.stamp = stamp;
    this.done = done;
    this.files = files;
    this.out = out;
    this.skip = stamp.equals(state.document()) ? state.position() : 0;
  }

  FetchState state() {
    return state;
  }

  @Override
  public void accept(Parsed parsed) {
    if (++position <= skip) {
      return;
    }
    part.add(parsed);
    String text = parsed instanceof ArticleDraft draft ? draft.text() : null;
    chars += text == null ? 0 : text.length();
    if (part.size() >= PART_INPUTS || chars >= PART_CHARS) {
      try {
        write(Change.of(state).reading(stamp, position));
      } catch (InterruptedException | LostSourceException e) {
        throw new Stopped(e);
      }
    }
  }

  private void write(Change change) throws InterruptedException, LostSourceException {
    state = out.take(part, files, change.remember(done.all()));
    part = new ArrayList<>();
    chars = 0;
  }

  /** The file is read to its end. */
  FetchState finish() throws InterruptedException, LostSourceException {
    done.add(stamp);
    write(Change.of(state).reading(null, 0));
    return state;
  }

  /** The file cannot be opened: said once, tried again at every poll. */
  FetchState refuse(String told, Rejection rejection)
      throws InterruptedException, LostSourceException {
    if (!done.contains(told)) {
      done.add(told);
      part.add(rejection);
      write(Change.of(state));
    }
    return state;
  }

  /** The file breaks whoever reads it: what came before is kept, the rest is given up. */
  FetchState giveUp(Rejection rejection) throws InterruptedException, LostSourceException {
    part.add(rejection);
    return finish();
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
