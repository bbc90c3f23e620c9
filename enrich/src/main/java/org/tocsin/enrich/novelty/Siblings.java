package org.tocsin.enrich.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.enrich.sketch.StatementSketch;
import org.tocsin.enrich.sketch.Tally;

/**
 * The new statements of one article, found as those of others are: an article may hold thousands,
 * and each compared with each would hold up all that waits behind it.
 */
final class Siblings {
  private final List<StatementSketch> statements = new ArrayList<>();
  private final Map<Integer, List<Integer>> byKey = new HashMap<>();
  private final Tally tally;

  Siblings(Tally tally) {
    this.tally = tally;
  }

  void add(StatementSketch statement) {
    int place = statements.size();
    statements.add(statement);
    for (int key : Keys.kept(statement.speaker(), statement.words())) {
      List<Integer> places = byKey.computeIfAbsent(key, k -> new ArrayList<>());
      if (places.size() < Buckets.MOST) {
        places.add(place);
      }
    }
  }

  /** Those that share most with a statement, in the order of the article. */
  List<StatementSketch> like(StatementSketch statement, int most) {
    if (statements.isEmpty()) {
      return List.of();
    }
    for (int key : Keys.sought(statement.speaker(), statement.words())) {
      byKey.getOrDefault(key, List.of()).forEach(tally::hit);
    }
    return tally.finish(1, most, place -> place).stream().sorted().map(statements::get).toList();
  }
}
