package org.tocsin.enrich;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ChangedFrom;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StoryRef;

/**
 * What came of comparing an article with those before it: the value of the internal topic {@code
 * decisions}.
 *
 * @param lane in which the article came
 * @param firsts for each statement its first sighting, or null where it is new
 * @param changes for each statement the earlier one it changes, or null where there is none; empty
 *     where there is none for any
 */
public record Decision(
    String article,
    int revision,
    Lane lane,
    StoryRef story,
    List<@Nullable FirstSeen> firsts,
    List<@Nullable ChangedFrom> changes) {
  public Decision {
    lane = lane == null ? Lane.LIVE : lane; // older decisions have none
    firsts = Collections.unmodifiableList(new ArrayList<>(firsts));
    changes = Collections.unmodifiableList(new ArrayList<>(changes));
  }

  /** What the statement at a place of the article changes; null where it changes nothing. */
  public @Nullable ChangedFrom change(int place) {
    return place < changes.size() ? changes.get(place) : null;
  }
}
