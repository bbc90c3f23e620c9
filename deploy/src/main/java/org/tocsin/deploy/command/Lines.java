package org.tocsin.deploy.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Output for other programs: UTF-8 whatever the locale, buffered, one line a record. */
final class Lines {
  private static final int BUFFER = 1 << 16;

  private Lines() {}

  /** Standard output; to be closed, so that the last lines are written. */
  static PrintStream standardOutput() {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
        false,
        StandardCharsets.UTF_8);
  }
}
