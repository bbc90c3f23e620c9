package org.tocsin.deploy.command;

import java.time.Duration;
import org.tocsin.deploy.Installation;
import org.tocsin.deploy.Running;
import org.tocsin.deploy.TopicKeeper;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs one of the services against an existing Kafka until it is told to end. */
public abstract class ServiceCommand implements Runnable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Mixin private ConfigOptions options = new ConfigOptions();

  /** The service to run. */
  abstract Service service(Settings settings);

  @Override
  public void run() {
    Settings settings = options.settings();
    Console.greet();
    try (TopicKeeper topics = TopicKeeper.connect(settings)) {
      topics.ensure();
    }
    try (Running running = new Running()) {
      Service service = running.start(service(settings));
      running.awaitReady(service, PATIENCE);
      Console.say(service.name() + " is ready. Ctrl-C ends it.");
      running.awaitEnd();
    }
  }

  /** Sources to articles. */
  @Command(
      name = "ingest",
      description = "Runs the ingest service: sources to articles.",
      mixinStandardHelpOptions = true)
  public static final class Ingest extends ServiceCommand {
    @Override
    Service service(Settings settings) {
      return Installation.ingest(settings);
    }
  }

  /** Articles to stories and statements. */
  @Command(
      name = "enrich",
      description = "Runs the enrich service: articles to stories, tags and statements.",
      mixinStandardHelpOptions = true)
  public static final class Enrich extends ServiceCommand {
    @Override
    Service service(Settings settings) {
      return Installation.enrich(settings);
    }
  }

  /** Statements to alerts. */
  @Command(
      name = "alert",
      description = "Runs the alert service: watches, alerts, the desk page and its API.",
      mixinStandardHelpOptions = true)
  public static final class Alert extends ServiceCommand {
    @Override
    Service service(Settings settings) {
      return Installation.alert(settings, Console::say);
    }
  }
}
