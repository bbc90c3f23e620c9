package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages watches through the desk's API. */
@Command(
    name = "watch",
    description = "Lists, shows, puts, removes and tries watches.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class WatchCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private DeskOptions desk = new DeskOptions();

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  @SuppressWarnings("NullAway") // Set by picocli before any command runs.
  private CommandSpec spec() {
    return spec;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec().commandLine(), "say what to do: list, show, put, remove or try");
  }

  @Command(name = "list", description = "One line a watch.")
  void list() {
    for (JsonNode watch : desk.http().get("/api/watches")) {
      out()
          .printf(
              "%-32s %-7s v%-3d %s%s%n",
              watch.path("id").asText(),
              watch.path("severity").asText(),
              watch.path("version").asInt(),
              watch.path("name").asText(),
              watch.path("enabled").asBoolean() ? "" : " (disabled)");
    }
    out().flush();
  }

  @Command(name = "show", description = "A watch as JSON.")
  void show(@Parameters(paramLabel = "ID") String id) {
    print(desk.http().get(path(id)));
  }

  @Command(name = "put", description = "Makes or changes a watch.")
  void put(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "QUERY") String query,
      @Option(names = "--name", description = "For people; default: the id.") @Nullable String name,
      @Option(names = "--severity", defaultValue = "medium", description = "low, medium or high.")
          String severity,
      @Option(names = "--note", description = "Why.") @Nullable String note,
      @Option(names = "--disabled", description = "Keep it, but ring nothing.") boolean disabled) {
    ObjectNode watch = Json.mapper().createObjectNode();
    watch.put("name", name == null ? id : name);
    watch.put("query", query).put("severity", severity).put("enabled", !disabled);
    watch.put("note", note);
    print(desk.http().put(path(id), watch));
  }

  @Command(name = "remove", description = "Removes a watch.")
  void remove(@Parameters(paramLabel = "ID") String id) {
    desk.http().delete(path(id));
    out().println("removed " + id);
    out().flush();
  }

  @Command(name = "try", description = "Runs a query over the statements of the last days.")
  void attempt(
      @Parameters(paramLabel = "QUERY") String query,
      @Option(names = "--days", defaultValue = "30", description = "How far back.") int days,
      @Option(
              names = "--id",
              paramLabel = "ID",
              description = "Says what would change against this watch as it is in force.")
          @Nullable String id) {
    ObjectNode request = Json.mapper().createObjectNode();
    request.put("query", query).put("days", days);
    if (id != null) {
      request.put("id", id);
    }
    print(desk.http().post("/api/watches/try", request));
  }

  private static String path(String id) {
    return "/api/watches/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private void print(JsonNode node) {
    List.of(node.toPrettyString()).forEach(out()::println);
    out().flush();
  }
}
