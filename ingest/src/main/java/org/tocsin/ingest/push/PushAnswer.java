package org.tocsin.ingest.push;

import java.util.List;

/**
 * What became of one push; the parts add up: {@code received} is {@code published}, {@code
 * rejectedCount} and {@code deadLettered}.
 *
 * @param rejected those that were turned away, as many as the setting lets name
 * @param rejectedCount all that were turned away
 * @param deadLettered inputs nobody could read; they are kept
 * @param ids of the published articles, in input order
 */
public record PushAnswer(
    int received,
    int published,
    List<Refusal> rejected,
    int rejectedCount,
    int deadLettered,
    List<String> ids) {
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
