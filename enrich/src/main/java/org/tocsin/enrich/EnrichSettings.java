package org.tocsin.enrich;

import java.time.Duration;
import java.util.List;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;

/** The settings of enrich. */
public final class EnrichSettings {
  /** Name of the module, its consumer group and its dead letters. */
  public static final String STAGE = "enrich";

  public static final Setting<Integer> THREADS =
      Setting.integer(
          "enrich.threads", 2, 1, 64, "Stream threads of one instance; one for each core.");

  public static final Setting<Integer> SKETCH_PARTITIONS =
      Setting.integer(
          "enrich.sketch.partitions",
          1,
          1,
          1000,
          "Partitions that share the comparing of articles. Must be 1 in this version.");

  public static final Setting<Duration> STORY_WINDOW =
      Setting.duration(
          "enrich.story.window", "14d", "How long an article waits for its copies, in event time.");

  public static final Setting<Integer> STORY_CAPACITY =
      Setting.integer(
          "enrich.story.capacity",
          300_000,
          100,
          50_000_000,
          "Articles compared with at most, for each lane; the oldest go first. About 3 KiB of memory"
              + " each.");

  public static final Setting<Duration> NOVELTY_WINDOW =
      Setting.duration(
          "enrich.novelty.window",
          "30d",
          "How long a statement counts as already seen, in event time.");

  public static final Setting<Integer> NOVELTY_CAPACITY =
      Setting.integer(
          "enrich.novelty.capacity",
          1_000_000,
          100,
          100_000_000,
          "Statements compared with at most, for each lane; the oldest go first. About 1 KiB of"
              + " memory each.");

  public static final Setting<Duration> DUPLICATE_WINDOW =
      Setting.duration(
          "enrich.duplicate.window",
          "60d",
          "How long an article is known by its id, so that the same text under it is a duplicate and"
              + " another a revision.");

  public static final Setting<Integer> MAX_STATEMENTS =
      Setting.integer(
          "enrich.statements.max",
          200,
          1,
          2_000,
          "Statements taken from one article; what comes after is left out.");

  public static final Setting<String> HTTP_HOST =
      Setting.text("enrich.http.host", "127.0.0.1", "Address that health and metrics listen on.");

  public static final Setting<Integer> HTTP_PORT =
      Setting.integer(
          "enrich.http.port", 8082, 0, 65_535, "Port of health and metrics; 0 for any free one.");

  private EnrichSettings() {}

  /** All settings declared here. */
  public static List<Setting<?>> all() {
    return List.of(
        THREADS,
        SKETCH_PARTITIONS,
        STORY_WINDOW,
        STORY_CAPACITY,
        NOVELTY_WINDOW,
        NOVELTY_CAPACITY,
        DUPLICATE_WINDOW,
        MAX_STATEMENTS,
        HTTP_HOST,
        HTTP_PORT);
  }

  /**
   * Refuses what this version cannot do.
   *
   * @throws OperatorException naming the setting and the remedy
   */
  public static void check(Settings settings) {
    int partitions = settings.get(SKETCH_PARTITIONS);
    if (partitions != 1) {
      throw new OperatorException(
          SKETCH_PARTITIONS.key()
              + " is "
              + partitions
              + ", but this version compares all articles"
              + " in one partition",
          "Set it to 1. Analysing, the heavy part, is shared by all partitions of articles anyway.");
    }
  }
}
