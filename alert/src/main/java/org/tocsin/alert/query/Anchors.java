package org.tocsin.alert.query;

import java.util.HashSet;
import java.util.Set;

/**
 * The keys under which a watch is filed: a set of which every statement that matches has at least
 * one. Of an {@code AND} that is its rarest part, of an {@code OR} all parts together.
 *
 * @param share of statements that have one of them, estimated
 */
record Anchors(Set<Key> keys, double share) {
  Anchors {
    keys = Set.copyOf(keys);
  }

  static Anchors of(Need need, Commonness commonness) {
    if (need instanceof Need.All all) {
      Anchors best = null;
      for (Need part : all.parts()) {
        Anchors anchors = of(part, commonness);
        best = best == null || anchors.share() < best.share() ? anchors : best;
      }
      return java.util.Objects.requireNonNull(best, "a need of nothing");
    }
    if (need instanceof Need.Any any) {
      Set<Key> keys = new HashSet<>();
      double share = 0;
      for (Need part : any.parts()) {
        Anchors anchors = of(part, commonness);
        keys.addAll(anchors.keys());
        share += anchors.share();
      }
      return new Anchors(keys, share);
    }
    Key key = ((Need.Has) need).key();
    return new Anchors(Set.of(key), commonness.share(key));
  }
}
