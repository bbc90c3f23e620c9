package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a watch is filed under: pairs of things of which every statement that matches has at least
 * one whole. Of an {@code AND} that is its rarest part, each alternative of it paired with each of
 * the next rarest; of an {@code OR} the pairs of all parts together.
 *
 * @param share of statements that have the first of one of the pairs, estimated
 */
record Filing(List<Pair> pairs, double share) {
  /** A watch is not filed in more places than this for the sake of pairs. */
  private static final int MOST_PAIRS = 64;

  /**
   * Two things that a statement must have.
   *
   * @param second null where the first is all
   */
  record Pair(Want first, @Nullable Want second) {}

  Filing {
    pairs = List.copyOf(pairs);
  }

  static Filing of(Need need, Commonness commonness) {
    if (need instanceof Need.All all) {
      List<Filing> parts =
          flat(all)
              .map(part -> of(part, commonness))
              .sorted(Comparator.comparingDouble(Filing::share))
              .toList();
      return parts.get(0).pairedWithOneOf(parts.subList(1, parts.size()));
    }
    if (need instanceof Need.Any any) {
      List<Pair> pairs = new ArrayList<>();
      double share = 0;
      for (Need part : any.parts()) {
        Filing filing = of(part, commonness);
        pairs.addAll(filing.pairs());
        share += filing.share();
      }
      return new Filing(pairs, share);
    }
    Want want = ((Need.Has) need).want();
    return new Filing(List.of(new Pair(want, null)), commonness.share(want));
  }

  private static Stream<Need> flat(Need need) {
    return need instanceof Need.All all
        ? all.parts().stream().flatMap(Filing::flat)
        : Stream.of(need);
  }

  /** Pairs it with the rarest of these that does not make too many; with none where all do. */
  private Filing pairedWithOneOf(List<Filing> others) {
    if (pairs.stream().anyMatch(pair -> pair.second() != null)) {
      return this;
    }
    for (Filing other : others) {
      if (pairs.size() * other.pairs().size() <= MOST_PAIRS) {
        return new Filing(
            pairs.stream()
                .flatMap(a -> other.pairs().stream().map(b -> new Pair(a.first(), b.first())))
                .distinct()
                .toList(),
            share);
      }
    }
    return this;
  }
}
