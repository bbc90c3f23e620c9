package org.tocsin.deploy.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tocsin.service.OperatorException;

/** Output for other programs: UTF-8 whatever the locale, buffered, one line a record. */
final class Lines extends PrintStream {
  private static final int BUFFER = 1 << 16;

  private Lines(OutputStream out) {
    super(new BufferedOutputStream(out, BUFFER), false, StandardCharsets.UTF_8);
  }

  /** Standard output; to be closed, so that the last lines are written. */
  static Lines standardOutput() {
    return to(new FileOutputStream(FileDescriptor.out));
  }

  static Lines to(OutputStream out) {
    return new Lines(out);
  }

  /**
   * Writes the last lines.
   *
   * @throws OperatorException where any line could not be written: a full disk, a closed pipe
   */
  @Override
  public void close() {
    super.close();
    if (checkError()) {
      throw new OperatorException(
          "not all of the output could be written",
          "Look whether the disk is full or the reading program ended early.");
    }
  }
}
