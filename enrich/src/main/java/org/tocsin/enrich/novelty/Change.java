package org.tocsin.enrich.novelty;

import org.tocsin.contract.ChangedFrom.What;

/**
 * A fact in which two statements differ.
 *
 * @param from place of the fact among the words of the earlier statement; {@link #NOWHERE} where it
 *     lacks there
 * @param to place among those of the later
 */
public record Change(What what, int from, int to) {
  /** The place of what is not there. */
  public static final int NOWHERE = -1;
}
