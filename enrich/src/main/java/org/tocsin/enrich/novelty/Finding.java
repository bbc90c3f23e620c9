package org.tocsin.enrich.novelty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ChangedFrom;
import org.tocsin.contract.FirstSeen;

/**
 * What is known of a statement at its arrival.
 *
 * @param first the first sighting; null where the statement is new
 * @param change what it changes, where it is new; null where it changes nothing
 */
public record Finding(@Nullable FirstSeen first, @Nullable ChangedFrom change) {
  /** The first sightings of several statements. */
  public static List<@Nullable FirstSeen> firsts(List<Finding> findings) {
    List<@Nullable FirstSeen> firsts = new ArrayList<>();
    findings.forEach(finding -> firsts.add(finding.first));
    return firsts;
  }

  /** What several statements change. */
  public static List<@Nullable ChangedFrom> changes(List<Finding> findings) {
    List<@Nullable ChangedFrom> changes = new ArrayList<>();
    findings.forEach(finding -> changes.add(finding.change));
    return changes;
  }
}
