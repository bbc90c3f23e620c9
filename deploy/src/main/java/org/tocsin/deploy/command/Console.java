package org.tocsin.deploy.command;

/** What the long-running commands tell the person who started them; alerts go to the same place. */
final class Console {
  private Console() {}

  /** One line on standard output. */
  static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** The first line of a long-running command. */
  static void greet() {
    say("Tocsin 0.1.0 on Java " + Runtime.version().feature());
  }
}
