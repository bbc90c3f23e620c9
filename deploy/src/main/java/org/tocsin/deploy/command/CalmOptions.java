package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;
import picocli.CommandLine.Option;

/** How seldom a watch rings, as options. */
public final class CalmOptions {
  @Option(
      names = "--cool-down",
      paramLabel = "DURATION",
      description = "How long a speaker who rang it does not ring it again, for example 2h.")
  private @Nullable String coolDown;

  @Option(names = "--per-hour", paramLabel = "N", description = "Most alerts in an hour.")
  private @Nullable Integer perHour;

  @Option(names = "--per-day", paramLabel = "N", description = "Most alerts in a day.")
  private @Nullable Integer perDay;

  @Option(
      names = "--quiet",
      paramLabel = "HOURS",
      description = "Hours in which nothing rings, for example 22:00-06:30@Europe/Oslo.")
  private @Nullable String quiet;

  @Option(names = "--urgent", description = "Lets severity high ring in quiet hours.")
  private boolean urgent;

  @Option(
      names = "--group",
      paramLabel = "DURATION",
      description = "How long statements of a story join the alert that rang, for example 30m.")
  private @Nullable String group;

  ObjectNode json() {
    ObjectNode calm = Json.mapper().createObjectNode();
    calm.put("coolDown", coolDown == null ? null : span(coolDown).toString());
    calm.put("perHour", perHour).put("perDay", perDay);
    calm.put("group", group == null ? null : span(group).toString());
    if (quiet != null) {
      String[] parts = quiet.split("[-@]", 3);
      if (parts.length != 3) {
        throw new OperatorException(
            "--quiet " + quiet + " is not hours in a zone", "Write 22:00-06:30@Europe/Oslo.");
      }
      calm.putObject("quiet")
          .put("from", parts[0])
          .put("to", parts[1])
          .put("zone", parts[2])
          .put("urgent", urgent);
    }
    return calm;
  }

  /** A length of time as people write it, {@code 2h} or {@code 3d}, or in ISO 8601. */
  static Duration span(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    String iso = upper.startsWith("P") ? upper : upper.endsWith("D") ? "P" + upper : "PT" + upper;
    try {
      return Duration.parse(iso);
    } catch (java.time.DateTimeException e) {
      throw new OperatorException(
          "'" + written + "' is not a length of time", "Write 30m, 2h or 3d.", e);
    }
  }
}
