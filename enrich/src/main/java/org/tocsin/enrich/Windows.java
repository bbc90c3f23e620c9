package org.tocsin.enrich;

import java.time.Duration;
import org.tocsin.service.Settings;

/**
 * How long and how much is remembered, for each lane.
 *
 * @param stories articles further apart in event time are not compared
 * @param kept how long articles are kept to be compared with, by the clock of their lane
 * @param articles number of articles at most
 * @param novelty how long statements are compared with, in event time
 * @param statements number of statements at most
 */
public record Windows(
    Duration stories, Duration kept, int articles, Duration novelty, int statements) {
  private static final Duration FOREVER = Duration.ofDays(4_000_000);

  /** A batch keeps whole sketches in memory. */
  private static final int MOST_IN_BATCH = 200_000;

  /** As the operator set them. */
  public static Windows of(Settings settings) {
    return new Windows(
        settings.get(EnrichSettings.STORY_WINDOW),
        settings.get(EnrichSettings.STORY_WINDOW),
        settings.get(EnrichSettings.STORY_CAPACITY),
        settings.get(EnrichSettings.NOVELTY_WINDOW),
        settings.get(EnrichSettings.NOVELTY_CAPACITY));
  }

  /**
   * For a batch of articles in whatever order: none is forgotten because another one is younger,
   * only because there are too many.
   */
  Windows forBatch() {
    return new Windows(stories, FOREVER, Math.min(articles, MOST_IN_BATCH), novelty, statements);
  }
}
