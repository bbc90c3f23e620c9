package org.tocsin.alert.system;

import java.util.List;

/**
 * How the installation does.
 *
 * @param deadLetters records that could not be processed and are still kept
 * @param statements that this instance can list
 * @param alerts that this instance can list
 * @param disk bytes of what this instance lists from
 * @param streams clients that follow this instance
 */
public record SystemFigures(
    List<Stage> stages, long deadLetters, long statements, long alerts, long disk, int streams) {
  public SystemFigures {
    stages = List.copyOf(stages);
  }

  /**
   * A stage of the flow.
   *
   * @param name {@code ingest}, {@code enrich}, {@code alert}, {@code desk}
   * @param lag records that wait for it; of ingest the sources that are asked late
   * @param freshness seconds that the one longest waiting has waited; 0 where none does
   * @param rate records a second that it took, over the last minute at most; of ingest the articles
   *     that it wrote
   */
  public record Stage(String name, long lag, double freshness, double rate) {}
}
