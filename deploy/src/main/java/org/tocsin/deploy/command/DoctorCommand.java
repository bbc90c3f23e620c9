package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.AlertSettings;
import org.tocsin.deploy.Installation;
import org.tocsin.deploy.TopicKeeper;
import org.tocsin.enrich.EnrichSettings;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks an installation from outside and says in plain words what is wrong. */
@Command(
    name = "doctor",
    description = "Checks settings, broker, topics, services, sources and watches.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "A token that may read (default: the one of the settings).")
  private @Nullable String token;

  private int faults;

  @Override
  public Integer call() {
    System.setProperty("tocsin.log.level", "ERROR");
    Settings settings = options.settings();
    good("settings", "read and complete");
    checkKafka(settings);
    checkService("ingest", settings, IngestSettings.HTTP_HOST, IngestSettings.HTTP_PORT);
    checkService("enrich", settings, EnrichSettings.HTTP_HOST, EnrichSettings.HTTP_PORT);
    checkService("alert", settings, AlertSettings.HTTP_HOST, AlertSettings.HTTP_PORT);
    checkSources(settings);
    checkWatches(settings);
    Console.say(faults == 0 ? "All is well." : faults + " faults found.");
    return faults == 0 ? 0 : 1;
  }

  private void checkKafka(Settings settings) {
    try (TopicKeeper topics = TopicKeeper.connect(settings)) {
      good("kafka", "answers at " + settings.get(KafkaSettings.BOOTSTRAP_SERVERS));
      List<String> wrong = topics.faults();
      if (wrong.isEmpty()) {
        good("topics", "all there and as they must be");
      }
      wrong.forEach(fault -> bad("topics", fault));
    } catch (OperatorException e) {
      bad("kafka", e.getMessage() + ". " + e.remedy());
    }
  }

  private void checkService(
      String name, Settings settings, Setting<String> host, Setting<Integer> port) {
    URI address = Installation.address(settings, host, port);
    try {
      JsonNode health = new HttpApi(address, null).get("/health/ready");
      good(name, "ready at " + address + " (" + health.path("detail").asText() + ")");
    } catch (OperatorException e) {
      bad(name, e.getMessage() + ". " + e.remedy());
    }
  }

  private void checkSources(Settings settings) {
    URI address = Installation.pushAddress(settings);
    try {
      JsonNode sources =
          new HttpApi(address, token(settings, IngestSettings.TOKEN)).get("/api/sources");
      List<String> ill = new ArrayList<>();
      sources.forEach(
          s -> {
            if (s.path("status").asText().matches("failing|silent|gone")) {
              ill.add(s.path("name").asText() + ": " + s.path("reason").asText());
            }
          });
      if (ill.isEmpty()) {
        good("sources", sources.size() + " configured, none failing");
      }
      ill.forEach(fault -> bad("sources", fault));
    } catch (OperatorException e) {
      bad("sources", e.getMessage() + ". " + e.remedy());
    }
  }

  /** A watch that names a notifier that has gone rings for nobody. */
  private void checkWatches(Settings settings) {
    URI address = URI.create(Installation.deskAddress(settings));
    try {
      HttpApi desk = new HttpApi(address, token(settings, AlertSettings.TOKEN));
      Set<String> notifiers = new TreeSet<>(desk.get("/api/notifiers").findValuesAsText("id"));
      JsonNode watches = desk.get("/api/watches");
      List<String> lost = VanishedNotifiers.faults(watches, notifiers);
      if (lost.isEmpty()) {
        good("watches", watches.size() + ", and every notifier that they name is there");
      }
      lost.forEach(fault -> bad("watches", fault));
    } catch (OperatorException e) {
      bad("watches", e.getMessage() + ". " + e.remedy());
    }
  }

  private String token(Settings settings, Setting<String> own) {
    return token == null ? settings.get(own) : token;
  }

  private static void good(String what, String detail) {
    Console.say(String.format("ok     %-9s %s", what, detail));
  }

  private void bad(String what, String detail) {
    faults++;
    Console.say(String.format("FAULT  %-9s %s", what, detail));
  }
}
