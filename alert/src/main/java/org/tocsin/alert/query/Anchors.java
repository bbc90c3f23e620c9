package org.tocsin.alert.query;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a watch is filed under: a set of which every statement that matches has at least one. Of an
 * {@code AND} that is its rarest part, of an {@code OR} all parts together.
 *
 * @param share of statements that have one of them, estimated
 */
record Anchors(Set<Want> wants, double share) {
  Anchors {
    wants = Set.copyOf(wants);
  }

  static Anchors of(Need need, Commonness commonness) {
    if (need instanceof Need.All all) {
      Anchors best = null;
      for (Need part : all.parts()) {
        Anchors anchors = of(part, commonness);
        best = best == null || anchors.share() < best.share() ? anchors : best;
      }
      return Objects.requireNonNull(best, "a need of nothing");
    }
    if (need instanceof Need.Any any) {
      Set<Want> wants = new HashSet<>();
      double share = 0;
      for (Need part : any.parts()) {
        Anchors anchors = of(part, commonness);
        wants.addAll(anchors.wants());
        share += anchors.share();
      }
      return new Anchors(wants, share);
    }
    Want want = ((Need.Has) need).want();
    return new Anchors(Set.of(want), commonness.share(want));
  }
}
