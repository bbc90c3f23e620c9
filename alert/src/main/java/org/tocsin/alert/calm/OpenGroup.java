package org.tocsin.alert.calm;

import java.time.Instant;
import org.tocsin.contract.Alert;

/**
 * An alert that further statements of its story join: the value of the store {@code calm-groups},
 * keyed by watch and story.
 *
 * @param leader id of the alert
 * @param rang when it rang
 * @param ends when it no longer takes any; kept so that it ends though the watch is gone
 * @param grouped how many have joined
 * @param told how many of them the alert's last record tells of
 */
public record OpenGroup(String leader, Instant rang, Instant ends, int grouped, int told) {
  /** A further record pays beyond the listed ones only at each such part more. */
  private static final int TENTH = 10;

  /** With one more. */
  public OpenGroup joined() {
    return new OpenGroup(leader, rang, ends, grouped + 1, told);
  }

  /** With all of them told. */
  public OpenGroup allTold() {
    return new OpenGroup(leader, rang, ends, grouped, grouped);
  }

  /**
   * Whether the alert is to be written anew: at every statement it still lists, then at every tenth
   * more, so that a flood does not write the whole list each time. The rest is told at the end.
   */
  public boolean worthTelling() {
    return grouped <= Alert.PARTS || grouped - told > told / TENTH;
  }
}
