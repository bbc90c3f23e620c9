package org.tocsin.enrich;

import java.time.Duration;
import org.tocsin.service.Settings;

/**
 * How long and how much is remembered, for each lane.
 *
 * @param stories how long articles are compared with, in event time
 * @param articles number of articles at most
 * @param novelty how long statements are compared with, in event time
 * @param statements number of statements at most
 */
public record Windows(Duration stories, int articles, Duration novelty, int statements) {
  /** As the operator set them. */
  public static Windows of(Settings settings) {
    return new Windows(
        settings.get(EnrichSettings.STORY_WINDOW),
        settings.get(EnrichSettings.STORY_CAPACITY),
        settings.get(EnrichSettings.NOVELTY_WINDOW),
        settings.get(EnrichSettings.NOVELTY_CAPACITY));
  }
}
