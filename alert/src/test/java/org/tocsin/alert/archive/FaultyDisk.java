package org.tocsin.alert.archive;

import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;

/** A disk that a test fills or spoils. */
public final class FaultyDisk extends FilterDirectory {
  private @Nullable IOException fault;

  public FaultyDisk() {
    super(new ByteBuffersDirectory());
  }

  /** Nothing can be written from now on. */
  public void fill() {
    fault = new IOException("no space left on device");
  }

  /** What was written does not read as it was written. */
  public void spoil() {
    fault = new CorruptIndexException("checksum failed", "a test");
  }

  /** All is well again. */
  public void mend() {
    fault = null;
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    if (fault != null) {
      throw fault;
    }
    return super.createOutput(name, context);
  }
}
