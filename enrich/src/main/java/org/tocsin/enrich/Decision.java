package org.tocsin.enrich;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.StoryRef;

/**
 * What came of comparing an article with those before it: the value of the internal topic {@code
 * decisions}.
 *
 * @param firsts for each statement its first sighting, or null where it is new
 */
public record Decision(
    String article, int revision, StoryRef story, List<@Nullable FirstSeen> firsts) {
  public Decision {
    firsts = Collections.unmodifiableList(new ArrayList<>(firsts));
  }
}
