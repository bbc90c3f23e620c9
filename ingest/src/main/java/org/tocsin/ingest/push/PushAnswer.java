package org.tocsin.ingest.push;

import java.util.List;

/**
 * What became of one push; the parts add up: received is published, rejected and dead-lettered.
 *
 * @param deadLettered inputs nobody could read; they are kept
 * @param ids of the published articles, in input order
 */
public record PushAnswer(
    int received, int published, List<Refusal> rejected, int deadLettered, List<String> ids) {
  /**
   * One input that was turned away.
   *
   * @param index its place among the inputs, from 0
   */
  public record Refusal(int index, String reason) {}

  public PushAnswer {
    rejected = List.copyOf(rejected);
    ids = List.copyOf(ids);
  }
}
