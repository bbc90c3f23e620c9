package org.tocsin.enrich.dictionary;

import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.EnrichSettings;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;
import org.tocsin.service.Settings;

/**
 * Keeps the dictionaries of one instance as operators want them: reads the topic, watches the file,
 * answers the API. First the topic is read, then the file; then, and no sooner, the first article
 * may come.
 */
public final class DictionaryService implements Service {
  private final LiveDictionary dictionary;
  private final EntryWriter writer;
  private final DictionaryApi api;
  private final DictionaryReader reader;
  private final @Nullable Path file;
  private final @Nullable FileFeed feed;

  /**
   * A service that is not yet started.
   *
   * @param whenRead called once, when all that is known beforehand is in use
   */
  public DictionaryService(
      LiveDictionary dictionary, Settings settings, Clock clock, Runnable whenRead) {
    this.dictionary = dictionary;
    this.writer = new KafkaEntryWriter(settings);
    DictionaryDesk desk = new DictionaryDesk(dictionary, writer, clock);
    this.api = new DictionaryApi(dictionary, desk);
    String named = settings.get(EnrichSettings.DICTIONARY_FILE);
    this.file = named.isEmpty() ? null : Path.of(named);
    this.feed = file == null ? null : new FileFeed(file, desk, whenRead);
    this.reader = new DictionaryReader(dictionary, settings, feed == null ? whenRead : feed::start);
  }

  @Override
  public String name() {
    return "dictionary";
  }

  /** Adds the API to a server. */
  public void install(JavalinConfig config) {
    api.install(config);
  }

  /** Adds what is counted. */
  public void register(MeterRegistry registry) {
    Gauge.builder("tocsin.dictionary.entries", dictionary, d -> d.edition().said().size())
        .description("Dictionary entries of which operators said something.")
        .register(registry);
    Gauge.builder("tocsin.dictionary.refused", dictionary, d -> d.edition().refusals().size())
        .description("Records of dictionary-entries that are no entries; the API names them.")
        .register(registry);
    Gauge.builder("tocsin.dictionary.editions", dictionary, LiveDictionary::published)
        .description("How often the dictionaries in use were replaced.")
        .register(registry);
  }

  /**
   * Starts reading.
   *
   * @throws org.tocsin.service.OperatorException where the file of entries is not in order
   */
  @Override
  public void start() {
    if (file != null) {
      DictionaryFile.read(file);
    }
    reader.start();
  }

  @Override
  public Readiness readiness() {
    Readiness read = reader.readiness();
    return read.ready() && feed != null ? feed.readiness() : read;
  }

  @Override
  public void close() {
    if (feed != null) {
      feed.close();
    }
    reader.close();
    writer.close();
  }
}
