package org.tocsin.deploy.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.trace.TopicScan;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Topics;
import org.tocsin.deploy.TopicKeeper;
import org.tocsin.service.DeadLetterReplay;
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

/** What failed and why, and sends it again. */
@Command(
    name = "dead-letters",
    description = "Lists, shows and replays records that could not be processed.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class DeadLettersCommand implements Runnable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** One dead letter and where it lies: {@code 2@17}. */
  private record Found(String place, DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {}

  @Spec private @Nullable CommandSpec spec;

  @Override
  @SuppressWarnings("NullAway") // Set by picocli before any command runs.
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "say what to do: list, show or replay");
  }

  @Command(name = "list", description = "One line a dead letter.", mixinStandardHelpOptions = true)
  void list(@Mixin ConfigOptions options) {
    for (Found found : read(options.settings())) {
      DeadLetter letter = found.letter();
      Console.say(
          String.format(
              "%-8s %s  %s/%s  %s  %s: %s",
              found.place(),
              letter.time(),
              letter.stage(),
              letter.step(),
              from(letter),
              letter.reason(),
              letter.message().lines().findFirst().orElse("")));
    }
  }

  @Command(
      name = "show",
      description = "A dead letter with its raw bytes.",
      mixinStandardHelpOptions = true)
  void show(
      @Mixin ConfigOptions options,
      @Parameters(paramLabel = "PLACE", description = "As 'list' names it: 2@17.") String place) {
    Found found = find(options.settings(), place);
    DeadLetter letter = found.letter();
    Console.say("from     " + from(letter));
    Console.say("failed   " + letter.time() + " in " + letter.stage() + ", " + letter.step());
    Console.say("because  " + letter.reason() + ": " + letter.message());
    Console.say("key      " + text(letter.key()));
    Console.say("bytes    " + (letter.value() == null ? 0 : letter.value().length));
    Console.say(text(letter.value()));
  }

  @Command(
      name = "replay",
      description = "Sends dead letters to the topic they came from once more.",
      mixinStandardHelpOptions = true)
  void replay(
      @Mixin ConfigOptions options,
      @Parameters(paramLabel = "PLACE", arity = "0..*", description = "As 'list' names them.")
          @Nullable List<String> places,
      @Option(names = "--all", description = "All of them.") boolean all) {
    Settings settings = options.settings();
    if (!all && (places == null || places.isEmpty())) {
      throw new OperatorException("no dead letter is named", "Name places, or --all.");
    }
    List<Found> chosen =
        all || places == null
            ? read(settings)
            : places.stream().map(p -> find(settings, p)).toList();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(KafkaSettings.producer(settings))) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      chosen.forEach(f -> send(f, producer, settings, sent));
      producer.flush();
      sent.forEach(DeadLettersCommand::require);
      Console.say(sent.size() + " of " + chosen.size() + " dead letters sent again");
    }
  }

  private static void require(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new OperatorException(
          "a dead letter could not be sent: " + e.getCause(), "See the state of the cluster.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("interrupted", "Start again; repeats are recognised.", e);
    }
  }

  private static void send(
      Found found,
      KafkaProducer<byte[], byte[]> producer,
      Settings settings,
      List<Future<RecordMetadata>> sent) {
    Optional<ProducerRecord<byte[], byte[]>> record =
        DeadLetterReplay.of(found.record(), settings.get(KafkaSettings.PREFIX));
    if (record.isEmpty()) {
      Console.say(
          found.place()
              + " never reached Kafka: put its source right and 'replay' "
              + found.letter().origin());
      return;
    }
    sent.add(producer.send(record.get()));
  }

  private static List<Found> read(Settings settings) {
    TopicKeeper.connect(settings).close();
    List<Found> found = new ArrayList<>();
    String prefix = settings.get(KafkaSettings.PREFIX);
    try (TopicScan scan = new TopicScan(KafkaSettings.consumer(settings, null), prefix, PATIENCE)) {
      scan.all(
          Topics.DEAD_LETTERS,
          r ->
              found.add(
                  new Found(
                      r.partition() + "@" + r.offset(),
                      DeadLetter.of(
                          r.key(), r.value(), r.headers(), Instant.ofEpochMilli(r.timestamp())),
                      r)));
    }
    return found;
  }

  private static Found find(Settings settings, String place) {
    return read(settings).stream()
        .filter(f -> f.place().equals(place))
        .findFirst()
        .orElseThrow(
            () ->
                new OperatorException(
                    "there is no dead letter " + place, "'dead-letters list' names them."));
  }

  private static String from(DeadLetter letter) {
    return letter.topic() == null
        ? String.valueOf(letter.origin())
        : letter.topic() + "-" + letter.partition() + "@" + letter.offset();
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "(none)" : new String(bytes, StandardCharsets.UTF_8);
  }
}
