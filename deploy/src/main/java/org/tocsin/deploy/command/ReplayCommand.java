package org.tocsin.deploy.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Lane;
import org.tocsin.deploy.Installation;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.push.PushAnswer;
import org.tocsin.ingest.push.ReplayClient;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pushes files through a running ingest. */
@Command(
    name = "replay",
    description =
        "Pushes files (JSON lines, pages, feeds, texts, WARC, plain or gzip) through ingest into a"
            + " running pipeline.",
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private ConfigOptions options = new ConfigOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to push.")
  private List<Path> files = List.of();

  @Option(
      names = "--lane",
      defaultValue = "live",
      description = "live, or backfill for history that rings nothing (default: live).")
  private String lane = "live";

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "The ingest service (default: the one of the settings, port 8081).")
  private @Nullable URI to;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description = "Where ingest wants one (default: the one of the settings).")
  private @Nullable String apiKey;

  private int received;
  private int published;
  private int rejected;
  private int deadLettered;

  @Override
  public Integer call() {
    System.setProperty("tocsin.log.level", "WARN");
    Inputs.requireFiles(files);
    Settings settings = options.settings();
    URI address = to == null ? Installation.pushAddress(settings) : to;
    String key = apiKey == null ? settings.get(IngestSettings.API_KEY) : apiKey;
    try {
      new ReplayClient(address, key, PATIENCE).replay(files, lane(), this::report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("interrupted", "Start again; what is in already is known.", e);
    }
    Console.say(
        received
            + " articles read: "
            + published
            + " published, "
            + rejected
            + " rejected, "
            + deadLettered
            + " dead-lettered");
    return rejected + deadLettered == 0 ? 0 : 1;
  }

  private Lane lane() {
    try {
      return Lane.parse(lane);
    } catch (IllegalArgumentException e) {
      throw new OperatorException("--lane " + e.getMessage(), "Name one of them.", e);
    }
  }

  private void report(Path file, PushAnswer answer) {
    received += answer.received();
    published += answer.published();
    rejected += answer.rejectedCount();
    deadLettered += answer.deadLettered();
    Console.say(file + ": " + answer.published() + " of " + answer.received() + " published");
    answer.rejected().forEach(r -> Console.say("  rejected: " + r.reason()));
  }
}
