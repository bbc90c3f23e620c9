package org.tocsin.deploy.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tocsin.deploy.DemoNews;
import org.tocsin.deploy.Installation;
import org.tocsin.deploy.Running;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything in one process on sample news, to see what Tocsin does. */
@Command(
    name = "demo",
    description = {
      "Runs everything in one process and replays three days of invented news in a minute.",
      "Alerts are printed as they ring and shown on the desk page."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Runnable {
  @Mixin private ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "How long the replay takes (default: ${DEFAULT-VALUE}).")
  private int seconds = 60;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the data there; default: a temporary folder, deleted at the end.")
  private @Nullable Path data;

  @Option(names = "--exit", description = "End when the news is replayed.")
  private boolean exit;

  @Override
  public void run() {
    System.setProperty("tocsin.log.level", "WARN");
    Settings settings = options.settings();
    Console.greet();
    Console.say("Starting Kafka, ingest, enrich, alert and the desk page in this process ...");
    try (Running running = new Running()) {
      Path folder = data == null ? running.add(TemporaryFolder.create()).path() : data;
      Installation.allInOne(running, settings, folder, DemoNews.watches(), Console::say);
      Console.say("Desk page: " + Installation.deskAddress(settings));
      Console.say("");
      if (!replayed(settings, running)) {
        return;
      }
      Console.say("");
      Console.say(
          "All sample news is in. The desk page stays at "
              + Installation.deskAddress(settings)
              + " until Ctrl-C.");
      if (!exit) {
        running.awaitEnd();
      }
    }
  }

  /** False where Ctrl-C came in the middle, which is no fault of ingest. */
  private boolean replayed(Settings settings, Running running) {
    try {
      replay(settings);
      return true;
    } catch (OperatorException e) {
      if (running.ending()) {
        return false;
      }
      throw e;
    }
  }

  private void replay(Settings settings) {
    DemoNews news = DemoNews.load(Clock.systemUTC());
    news.replay(
        Installation.pushAddress(settings),
        Duration.ofSeconds(seconds),
        (done, all) -> {
          if (done % 10 == 0 || done == all) {
            Console.say("   [" + done + " of " + all + " articles]");
          }
        });
  }
}
