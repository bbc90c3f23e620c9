package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.OperatorException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after notifiers through the desk's API. */
@Command(
    name = "notifier",
    description = "Lists and tests notifiers, lists deliveries, sends dead ones again.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class NotifierCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private DeskOptions desk = new DeskOptions();

  @SuppressWarnings("NullAway") // Set by picocli before any command runs.
  private CommandSpec spec() {
    return spec;
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec().commandLine(), "say what to do: list, test, deliveries or resend");
  }

  @Command(name = "list", description = "One line a notifier, with how it does.")
  void list() {
    for (JsonNode notifier : desk.http().get("/api/notifiers")) {
      boolean failing = notifier.hasNonNull("failingSince");
      out()
          .printf(
              "%-24s %-10s %-32s %5d waiting  %s%n",
              notifier.path("id").asText(),
              notifier.path("kind").asText(),
              notifier.path("target").asText(),
              notifier.path("waiting").asInt(),
              failing
                  ? "failing since %s: %s"
                      .formatted(
                          notifier.path("failingSince").asText(),
                          notifier.path("lastFault").asText())
                  : "ok");
    }
    out().flush();
  }

  @Command(name = "test", description = "Sends something that says it is only a test.")
  void test(@Parameters(paramLabel = "NOTIFIER") String id) {
    JsonNode answer = post("/api/notifiers/" + encoded(id) + "/test");
    String detail = answer.path("detail").asText();
    if (!answer.path("delivered").asBoolean()) {
      throw new OperatorException(
          "the test did not arrive: " + detail, "Look at the notifier's address and receiver.");
    }
    out().println("delivered: " + detail);
    out().flush();
  }

  @Command(name = "deliveries", description = "The latest deliveries, one line each.")
  void deliveries(
      @Option(names = "--status", description = "Only delivered, retrying or dead.")
          @Nullable String status,
      @Option(names = "--notifier", description = "Only of this notifier.")
          @Nullable String notifier,
      @Option(names = "--limit", defaultValue = "100", description = "How many.") int limit) {
    StringBuilder query = new StringBuilder("/api/deliveries?limit=" + limit);
    if (status != null) {
      query.append("&status=").append(encoded(status));
    }
    if (notifier != null) {
      query.append("&notifier=").append(encoded(notifier));
    }
    for (JsonNode delivery : desk.http().get(query.toString()).path("deliveries")) {
      out()
          .printf(
              "%s  %-9s %-24s %s  attempt %d  %s%n",
              delivery.path("updated").asText(),
              delivery.path("status").asText(),
              delivery.path("notifier").asText(),
              delivery.path("alert").asText(),
              delivery.path("attempts").asInt(),
              delivery.path("detail").asText(""));
    }
    out().flush();
  }

  @Command(name = "resend", description = "Sends a dead delivery once more, now.")
  void resend(
      @Parameters(paramLabel = "NOTIFIER") String notifier,
      @Parameters(paramLabel = "ALERT") String alert) {
    JsonNode after =
        post("/api/deliveries/" + encoded(notifier) + "/" + encoded(alert) + "/resend");
    out().println(after.path("status").asText() + ": " + after.path("detail").asText());
    out().flush();
  }

  private JsonNode post(String path) {
    return desk.http().post(path, JsonNodeFactory.instance.objectNode());
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
