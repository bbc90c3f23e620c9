package org.tocsin.deploy.command;

import java.nio.file.Path;
import java.util.List;
import org.tocsin.deploy.DeploySettings;
import org.tocsin.deploy.Installation;
import org.tocsin.deploy.Running;
import org.tocsin.service.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything in one process, on the user's own sources and watches. */
@Command(
    name = "up",
    description = {
      "Runs everything in one process: Kafka, ingest, enrich, alert and the desk page.",
      "Data stays in data.dir and survives a restart."
    },
    mixinStandardHelpOptions = true)
public final class UpCommand implements Runnable {
  @Mixin private ConfigOptions options = new ConfigOptions();

  @Override
  public void run() {
    Settings settings = options.settings();
    Console.greet();
    Path data = Path.of(settings.get(DeploySettings.DATA_DIR)).toAbsolutePath();
    try (Running running = new Running()) {
      Installation.allInOne(running, settings, data, List.of(), Console::say);
      Console.say("Data folder:  " + data);
      Console.say("Desk page:    " + Installation.deskAddress(settings));
      Console.say("Push:         " + Installation.pushAddress(settings) + "api/articles");
      Console.say("Ready. Ctrl-C ends it.");
      running.awaitEnd();
    }
  }
}
