package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;
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
    description = "Manages watches: what a desk wants to hear about.",
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
        spec().commandLine(),
        "say what to do, for example list; 'watch --help' says what there is");
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
      @Parameters(paramLabel = "QUERY", arity = "0..1", description = "Or --template.")
          @Nullable String query,
      @Option(
              names = "--template",
              paramLabel = "ID",
              description = "Begins with the query of a common beat, see 'watch templates'.")
          @Nullable String template,
      @Option(names = "--name", description = "For people; default: the id.") @Nullable String name,
      @Option(names = "--severity", description = "low, medium (default) or high.")
          @Nullable String severity,
      @Option(names = "--note", description = "Why.") @Nullable String note,
      @Option(
              names = "--version",
              paramLabel = "N",
              description = "Only if this version is in force; 0: only if there is none.")
          @Nullable Integer version,
      @Option(names = "--disabled", description = "Keep it, but ring nothing.") boolean disabled,
      @Option(
              names = "--notifier",
              paramLabel = "ID",
              description = "Who tells its alerts; may be repeated. Default: the notifiers' own.")
          @Nullable List<String> notifiers,
      @Mixin CalmOptions calm) {
    if ((query == null) == (template == null)) {
      throw new CommandLine.ParameterException(
          spec().commandLine(), "write a query, or name a template with --template");
    }
    ObjectNode watch = Json.mapper().createObjectNode();
    watch.put("query", query).put("template", template).put("severity", severity);
    watch.put("name", name == null && template == null ? id : name);
    watch.put("enabled", !disabled).put("note", note);
    if (version != null) {
      watch.put("version", version);
    }
    watch.set("calm", calm.json());
    watch.set("notifiers", Json.mapper().valueToTree(notifiers == null ? List.of() : notifiers));
    print(desk.http().put(path(id), watch));
  }

  @Command(name = "enable", description = "Lets a watch ring again.")
  void enable(@Parameters(paramLabel = "ID") String id) {
    enabled(id, true);
  }

  @Command(name = "disable", description = "Keeps a watch, but lets it ring nothing.")
  void disable(@Parameters(paramLabel = "ID") String id) {
    enabled(id, false);
  }

  private void enabled(String id, boolean enabled) {
    ObjectNode watch = ((ObjectNode) desk.http().get(path(id))).put("enabled", enabled);
    JsonNode now = desk.http().put(path(id), watch);
    say(id + " is " + (enabled ? "enabled" : "disabled") + ", version " + now.path("version"));
  }

  @Command(name = "snooze", description = "Holds a watch's alerts back for a while.")
  void snooze(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--for", paramLabel = "DURATION", description = "For example 8h or 3d.")
          @Nullable String length,
      @Option(names = "--until", paramLabel = "TIME", description = "2026-03-10T12:00:00Z")
          @Nullable String until,
      @Option(names = "--end", description = "Ends it now.") boolean end) {
    int said = (length == null ? 0 : 1) + (until == null ? 0 : 1) + (end ? 1 : 0);
    if (said != 1) {
      throw new CommandLine.ParameterException(
          spec().commandLine(), "say one of --for, --until and --end");
    }
    String moment =
        length == null ? until : Instant.now().plus(CalmOptions.span(length)).toString();
    JsonNode now =
        desk.http()
            .post(path(id) + "/snooze", Json.mapper().createObjectNode().put("until", moment));
    say(
        now.hasNonNull("snoozedUntil")
            ? id + " is snoozed until " + now.path("snoozedUntil").asText()
            : id + " is not snoozed");
  }

  @Command(name = "versions", description = "Who changed a watch when, and why.")
  void versions(@Parameters(paramLabel = "ID") String id) {
    for (JsonNode v : desk.http().get(path(id) + "/versions")) {
      say(
          String.format(
              "v%-3d %s  %-12s %s%s%n     %s",
              v.path("version").asInt(),
              v.path("updated").asText(),
              v.path("author").asText("-"),
              v.path("enabled").asBoolean() ? "" : "(disabled) ",
              v.path("note").asText(""),
              v.path("query").asText()));
    }
  }

  @Command(name = "calm", description = "How much a watch rang and held back lately, as JSON.")
  void calm(@Parameters(paramLabel = "ID") String id) {
    print(desk.http().get(path(id) + "/calm"));
  }

  @Command(name = "templates", description = "Queries for common beats, to begin with.")
  void templates() {
    for (JsonNode t : desk.http().get("/api/watch-templates")) {
      say(String.format("%-20s %s", t.path("id").asText(), t.path("about").asText()));
    }
  }

  @Command(name = "export", description = "Writes all watches as YAML, for a desk's repository.")
  void export(
      @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: standard output.")
          @Nullable Path file) {
    String yaml = desk.http().text("/api/watches.yaml");
    try {
      if (file == null) {
        out().print(yaml);
        out().flush();
      } else {
        Files.writeString(file, yaml);
      }
    } catch (IOException e) {
      throw new OperatorException(
          "cannot write " + file + ": " + e.getMessage(), "Check the folder.", e);
    }
  }

  @Command(name = "import", description = "Puts the watches of a file into force.")
  int take(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--dry-run", description = "Only says what would change.") boolean dryRun,
      @Option(names = "--prune", description = "Removes watches that the file does not have.")
          boolean prune) {
    JsonNode answer;
    try {
      String name = URLEncoder.encode(file.toString(), StandardCharsets.UTF_8);
      answer =
          desk.http()
              .put(
                  "/api/watches.yaml?dryRun=" + dryRun + "&prune=" + prune + "&file=" + name,
                  Files.readString(file),
                  "application/yaml");
    } catch (IOException e) {
      throw new OperatorException(
          "cannot read " + file + ": " + e.getMessage(), "Check the file.", e);
    }
    answer.path("added").forEach(id -> say("+ " + id.asText()));
    for (JsonNode change : answer.path("changed")) {
      say("~ " + change.path("id").asText());
      for (JsonNode turn : change.path("fields")) {
        say("    " + turn.path("field").asText() + ": " + turn.path("from"));
        say("      -> " + turn.path("to"));
      }
    }
    String left = prune ? "- " : "? ";
    answer.path("removed").forEach(id -> say(left + id.asText()));
    for (JsonNode refused : answer.path("refused")) {
      say("! " + refused.path("error").asText() + " " + refused.path("suggestion").asText());
    }
    boolean wrong = !answer.path("refused").isEmpty();
    say(
        answer.path("unchanged").asInt()
            + " unchanged"
            + (wrong ? "; nothing was done" : dryRun ? "; dry run, nothing was done" : ""));
    return wrong ? 1 : 0;
  }

  private void say(String line) {
    out().println(line);
    out().flush();
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
