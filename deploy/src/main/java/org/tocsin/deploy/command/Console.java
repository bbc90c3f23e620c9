package org.tocsin.deploy.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the long-running commands tell the person who started them; alerts go to the same place. */
final class Console {
  /** In UTF-8 whatever the locale: statements come in every script. */
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private Console() {}

  /** One line on standard output. */
  static void say(String line) {
    OUT.println(line);
  }

  /** The first line of a long-running command. */
  static void greet() {
    say("Tocsin 0.1.0 on Java " + Runtime.version().feature());
  }
}
