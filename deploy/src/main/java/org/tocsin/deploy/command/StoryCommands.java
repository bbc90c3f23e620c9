package org.tocsin.deploy.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.trace.TopicScan;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Headers;
import org.tocsin.contract.Json;
import org.tocsin.contract.Story;
import org.tocsin.contract.StoryCommand;
import org.tocsin.contract.Topics;
import org.tocsin.deploy.TopicKeeper;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows stories, and says that some are one or that articles do not belong to theirs. */
@Command(
    name = "story",
    description = "Lists, shows, merges and splits stories.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class StoryCommands implements Runnable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Spec private @Nullable CommandSpec spec;

  @Override
  @SuppressWarnings("NullAway") // Set by picocli before any command runs.
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "say what to do: list, show, merge or split");
  }

  @Command(
      name = "list",
      description = "The stories of more than one article, the largest first.",
      mixinStandardHelpOptions = true)
  void list(
      @Mixin ConfigOptions options,
      @Option(names = "--all", description = "Those of one article too.") boolean all) {
    read(options.settings()).values().stream()
        .filter(story -> story.movedTo() == null && (all || story.size() > 1))
        .sorted((a, b) -> Integer.compare(b.size(), a.size()))
        .forEach(
            story ->
                Console.say(
                    String.format(
                        "%s  %4d articles  %3d outlets  %s  %s",
                        story.id(),
                        story.size(),
                        story.outlets().size(),
                        story.from(),
                        name(story.members().get(0)))));
  }

  @Command(
      name = "show",
      description = "A story with its articles and why they were joined.",
      mixinStandardHelpOptions = true)
  void show(
      @Mixin ConfigOptions options,
      @Parameters(paramLabel = "STORY", description = "Its id.") String id) {
    Map<String, Story> stories = read(options.settings());
    Story story = stories.get(id);
    if (story == null) {
      throw new OperatorException(
          "no story has the id '" + id + "'", "'deploy/tocsin story list --all' names them.");
    }
    if (story.movedTo() != null) {
      Console.say(id + " has become part of " + story.movedTo());
      return;
    }
    Console.say(id + "  " + story.size() + " articles, " + story.from() + " to " + story.until());
    Console.say("fullest  " + story.fullest());
    for (Story.Member member : story.members()) {
      Console.say(
          String.format(
              "%s  %-8s %s  %s",
              member.article(), member.relation().label(), name(member), member.source()));
      Console.say("    " + member.reason());
    }
  }

  private static String name(Story.Member member) {
    return member.url() == null ? member.article() : member.url();
  }

  @Command(
      name = "merge",
      description = "Says that the stories of these articles are one.",
      mixinStandardHelpOptions = true)
  void merge(
      @Mixin ConfigOptions options,
      @Mixin Word word,
      @Parameters(paramLabel = "ARTICLE", arity = "2..*", description = "Ids, one of each story.")
          List<String> articles) {
    send(options.settings(), StoryCommand.Kind.MERGE, articles, word);
  }

  @Command(
      name = "split",
      description = "Says that these articles do not belong to the rest of their story.",
      mixinStandardHelpOptions = true)
  void split(
      @Mixin ConfigOptions options,
      @Mixin Word word,
      @Parameters(paramLabel = "ARTICLE", arity = "1..*", description = "Ids.")
          List<String> articles) {
    send(options.settings(), StoryCommand.Kind.SPLIT, articles, word);
  }

  /** Who says it and why. */
  static final class Word {
    @Option(names = "--by", paramLabel = "NAME", description = "Who says so.")
    private String by = "operator";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private @Nullable String note;
  }

  private static void send(
      Settings settings, StoryCommand.Kind kind, List<String> articles, Word word) {
    TopicKeeper.connect(settings).close();
    Instant now = Instant.now();
    String id = ArticleId.hash(kind.label(), String.join(" ", articles), now.toString());
    StoryCommand command = command(id, kind, articles, word, now);
    RecordHeaders headers = new RecordHeaders();
    Headers.into(headers).describe(StoryCommand.class, id, "deploy", now);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(KafkaSettings.producer(settings))) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.STORY_COMMANDS.in(settings.get(KafkaSettings.PREFIX)),
                  null,
                  null,
                  id.getBytes(StandardCharsets.UTF_8),
                  Json.write(command).getBytes(StandardCharsets.UTF_8),
                  headers))
          .get();
      Console.say(kind.label() + " " + id + " was sent");
    } catch (ExecutionException e) {
      throw new OperatorException(
          "the command could not be sent: " + e.getCause(), "See the state of the cluster.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending a command", e);
    }
  }

  private static StoryCommand command(
      String id, StoryCommand.Kind kind, List<String> articles, Word word, Instant now) {
    try {
      return new StoryCommand(id, kind, articles, word.by, word.note, now);
    } catch (IllegalArgumentException e) {
      throw new OperatorException(String.valueOf(e.getMessage()), "Name other articles.", e);
    }
  }

  private static Map<String, Story> read(Settings settings) {
    TopicKeeper.connect(settings).close();
    Map<String, Story> stories = new LinkedHashMap<>();
    String prefix = settings.get(KafkaSettings.PREFIX);
    try (TopicScan scan = new TopicScan(KafkaSettings.consumer(settings, null), prefix, PATIENCE)) {
      scan.all(
          Topics.STORIES,
          record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
              stories.remove(key);
            } else {
              stories.put(
                  key, Json.read(new String(record.value(), StandardCharsets.UTF_8), Story.class));
            }
          });
    }
    return stories;
  }
}
