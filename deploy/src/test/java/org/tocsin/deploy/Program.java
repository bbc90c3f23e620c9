package org.tocsin.deploy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as people start it, through its launcher, in a process of its own. */
final class Program implements AutoCloseable {
  private static final Path LAUNCHER = Path.of("tocsin").toAbsolutePath();

  /** Most programs here live for seconds; half of those would go into the second compiler. */
  private static final String OPTIONS = "-Xmx768m -XX:TieredStopAtLevel=1";

  private static final Duration END = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a command; what it prints goes to a file of its own in {@code folder}. */
  static Program start(Path folder, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(Arrays.asList(args));
    return start(folder, new ProcessBuilder(command));
  }

  /** Starts a line of shell in a folder; a command at its beginning is the process itself. */
  static Program shell(Path folder, Path where, Map<String, String> environment, String line)
      throws IOException {
    String script = line.contains("|") ? line : "exec " + line;
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-o", "pipefail", "-c", script).directory(where.toFile());
    builder.environment().putAll(environment);
    return start(folder, builder);
  }

  private static Program start(Path folder, ProcessBuilder builder) throws IOException {
    return start(folder, builder, OPTIONS);
  }

  private static Program start(Path folder, ProcessBuilder builder, String options)
      throws IOException {
    Path output = Files.createTempFile(folder, "program-", ".log");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("TOCSIN_OPTS", options);
    return new Program(builder.start(), output);
  }

  /** Starts a command with options for its virtual machine. */
  static Program start(Path folder, String options, List<String> args) throws IOException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(args);
    return start(folder, new ProcessBuilder(command), options);
  }

  /** The most memory it ever held, in KiB, as the operating system counts it. */
  long peakKib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("the operating system does not tell");
  }

  /** Runs a command to its end. */
  static Program run(Path folder, String... args) throws IOException, InterruptedException {
    Program program = start(folder, args);
    program.process.waitFor(END.toSeconds() * 5, TimeUnit.SECONDS);
    return program;
  }

  /** Waits until a line with these words was printed. */
  Program awaitOutput(String words, Duration patience) {
    await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(100))
        .failFast(() -> requireAliveUnless(words))
        .until(() -> says(words));
    return this;
  }

  private void requireAliveUnless(String words) {
    if (!process.isAlive() && !says(words)) {
      throw new AssertionError("it ended: " + output());
    }
  }

  private boolean says(String words) {
    return output().contains(words);
  }

  /** All that it printed so far. */
  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(unreadable output: " + e + ")";
    }
  }

  int exitCode() {
    return process.exitValue();
  }

  /** kill -9: nothing is flushed, no hook runs. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Ctrl-C: everything closes in its order. */
  void stop() {
    process.destroy();
    awaitEnd();
  }

  /** Waits until it ended by itself. */
  void awaitEnd() {
    try {
      process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    process.destroyForcibly();
  }
}
