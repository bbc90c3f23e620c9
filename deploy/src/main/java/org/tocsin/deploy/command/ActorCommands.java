package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes the dictionary of a running installation, through the API of any of its enrichers. */
@Command(
    name = "actor",
    description =
        "Lists, shows, puts, removes and imports actors and names of countries. What is changed is"
            + " in use on every instance with the next article.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class ActorCommands implements Runnable {
  private static final String PATH = "/api/dictionary";

  @Spec private @Nullable CommandSpec spec;

  @Override
  @SuppressWarnings("NullAway") // Set by picocli before any command runs.
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "say what to do: list, show, put, remove or import");
  }

  @Command(
      name = "list",
      description = "One line an entry: all that have these words, or all that were changed.",
      mixinStandardHelpOptions = true)
  void list(
      @Mixin EnrichApi api,
      @Option(names = "--limit", defaultValue = "100", description = "At most so many.") int limit,
      @Parameters(paramLabel = "WORDS", arity = "0..1", description = "Part of a name or id.")
          @Nullable String words) {
    String query =
        words == null
            ? "shipped=false"
            : "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    JsonNode found = api.connect().get(PATH + "?limit=" + limit + "&" + query);
    for (JsonNode entry : found.path("entries")) {
      Console.say(
          String.format(
              "%-44s %-10s v%-3d %-2s %-12s %s",
              entry.path("id").asText(),
              entry.path("state").asText(),
              entry.path("version").asInt(),
              entry.path("country").asText("").replace("null", ""),
              entry.path("type").asText("").replace("null", "country"),
              entry.path("name").asText()));
    }
    for (JsonNode refused : found.path("refused")) {
      Console.say(
          refused.path("id").asText() + " is not in force: " + refused.path("reason").asText());
    }
    Console.say(
        String.format(
            "%d actors in dictionary %s, %d entries changed",
            found.path("actors").asInt(),
            found.path("version").asText(),
            found.path("said").asInt()));
  }

  @Command(name = "show", description = "An entry as JSON.", mixinStandardHelpOptions = true)
  void show(@Mixin EnrichApi api, @Parameters(paramLabel = "ID") String id) {
    Console.say(api.connect().get(path(id)).toPrettyString());
  }

  @Command(
      name = "put",
      description = "Makes an entry, or changes what the options name of one.",
      mixinStandardHelpOptions = true)
  void put(
      @Mixin EnrichApi api,
      @Mixin EntryOptions entry,
      @Parameters(paramLabel = "ID", description = "Kind and slug: person:ana-roe.") String id) {
    HttpApi http = api.connect();
    JsonNode known = http.find(path(id));
    Console.say(http.put(path(id), entry.over(known)).toPrettyString());
  }

  @Command(
      name = "remove",
      description = "Takes an entry out of force, one that Tocsin ships too.",
      mixinStandardHelpOptions = true)
  void remove(
      @Mixin EnrichApi api,
      @Option(
              names = "--restore",
              description = "Remove what was said of the entry instead: as shipped again.")
          boolean restore,
      @Parameters(paramLabel = "ID") String id) {
    api.connect().delete(path(id) + (restore ? "?restore=true" : ""));
    Console.say(restore ? id + " is as shipped" : "removed " + id);
  }

  @Command(
      name = "import",
      description = "Reads a dictionary of somebody else's and puts its actors into force.",
      mixinStandardHelpOptions = true)
  void importActors(
      @Mixin EnrichApi api,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "entries",
              description =
                  "phoenix (Phoenix, PETRARCH, CAMEO), wikidata (JSON of a query), or entries (as"
                      + " enrich.dictionary.file). Default: ${DEFAULT-VALUE}.")
          ActorImport.Format format,
      @Option(
              names = "--print",
              description = "Print the entries, for enrich.dictionary.file, and change nothing.")
          boolean print,
      @Parameters(paramLabel = "FILE") Path file) {
    ActorImport found = ActorImport.read(file, format);
    System.err.print(found.report());
    if (print) {
      found.print();
    } else {
      Console.say(found.send(api.connect(), PATH));
    }
  }

  private static String path(String id) {
    return PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
