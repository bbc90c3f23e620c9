package org.tocsin.deploy.command;

import java.time.Duration;
import org.tocsin.alert.trace.Trace;
import org.tocsin.alert.trace.Tracer;
import org.tocsin.contract.Json;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.StoryRef;
import org.tocsin.deploy.TopicKeeper;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where an article went, stage by stage, read straight from the topics. */
@Command(
    name = "trace",
    description = "Shows where an article went: outcomes, story, statements, alerts, dead letters.",
    mixinStandardHelpOptions = true)
public final class TraceCommand implements Runnable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Mixin private ConfigOptions options = new ConfigOptions();

  @Parameters(paramLabel = "ID|URL", description = "The article.")
  private String article = "";

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public void run() {
    System.setProperty("tocsin.log.level", "WARN");
    Settings settings = options.settings();
    TopicKeeper.connect(settings).close();
    Trace trace =
        new Tracer(settings, PATIENCE)
            .trace(article)
            .orElseThrow(
                () ->
                    new OperatorException(
                        "nothing is known of '" + article + "'",
                        "Give the id or the canonical URL of an article that was ingested."));
    if (json) {
      Console.say(Json.write(trace));
    } else {
      print(trace);
    }
  }

  private static void print(Trace trace) {
    Console.say("article   " + trace.article() + "  " + or(trace.url()));
    Console.say("          " + or(trace.source()) + ": " + or(trace.title()));
    if (!trace.complete()) {
      Console.say("          there was no time to read all topics; there may be more");
    }
    trace
        .received()
        .forEach(p -> Console.say("received  articles-" + p.partition() + "@" + p.offset()));
    trace.outcomes().forEach(TraceCommand::print);
    StoryRef story = trace.story();
    if (story != null) {
      Console.say(
          "story     "
              + story.id()
              + "  "
              + story.relation().label()
              + (story.of() == null ? "" : " of " + story.of() + ", " + story.similarity()));
    }
    trace
        .statements()
        .forEach(
            s ->
                Console.say(
                    "statement "
                        + s.id()
                        + "  "
                        + s.novelty().label()
                        + "  "
                        + or(s.speaker())
                        + ": "
                        + s.text().replaceAll("\\s+", " ")));
    trace
        .alerts()
        .forEach(
            a ->
                Console.say(
                    "alert     "
                        + a.id()
                        + "  "
                        + a.watch()
                        + (a.first() ? "  rang" : "  seen again")));
    trace
        .deadLetters()
        .forEach(
            d ->
                Console.say(
                    "dead      "
                        + d.partition()
                        + "@"
                        + d.offset()
                        + "  "
                        + d.step()
                        + ": "
                        + d.message()));
  }

  private static void print(Outcome outcome) {
    Console.say(
        "outcome   "
            + outcome.result().label()
            + (outcome.reason() == null ? "" : ": " + outcome.reason())
            + (outcome.offset() == null
                ? ""
                : "  (articles-" + outcome.partition() + "@" + outcome.offset() + ")"));
  }

  private static String or(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "-" : value;
  }
}
