package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows who changed what, through the desk's API. */
@Command(
    name = "audit",
    description = "Shows who changed what on any service, the newest last.",
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private DeskOptions desk = new DeskOptions();

  @Option(names = "--limit", defaultValue = "100", description = "How many (default: 100).")
  private int limit;

  @Override
  @SuppressWarnings("NullAway") // Set by picocli before any command runs.
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    JsonNode entries = desk.http().get("/api/audit?limit=" + limit);
    for (int i = entries.size() - 1; i >= 0; i--) {
      JsonNode entry = entries.get(i);
      out.printf(
          "%s  %-20s %-8s %-6s %-6s %s  %d  %s%n",
          entry.path("time").asText(),
          entry.path("who").asText(),
          entry.path("role").asText(),
          entry.path("service").asText(),
          entry.path("method").asText(),
          entry.path("path").asText(),
          entry.path("status").asInt(),
          entry.path("what").asText(""));
    }
    out.flush();
  }
}
