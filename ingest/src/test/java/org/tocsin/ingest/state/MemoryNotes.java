package org.tocsin.ingest.state;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.tocsin.contract.IngestNote;

/** Notes in memory: whoever shares them is another instance, or the same after a restart. */
public final class MemoryNotes implements Notes {
  private final List<IngestNote> kept = new CopyOnWriteArrayList<>();
  private final List<Consumer<IngestNote>> readers = new CopyOnWriteArrayList<>();
  private volatile boolean upToDate = true;

  @Override
  public void follow(Consumer<IngestNote> reader) {
    kept.forEach(reader);
    readers.add(reader);
  }

  @Override
  public boolean write(IngestNote note) {
    kept.add(note);
    readers.forEach(reader -> reader.accept(note));
    return true;
  }

  /** Whether everything is said to be read. */
  public void upToDate(boolean is) {
    upToDate = is;
  }

  @Override
  public boolean upToDate() {
    return upToDate;
  }

  @Override
  public void close() {}
}
