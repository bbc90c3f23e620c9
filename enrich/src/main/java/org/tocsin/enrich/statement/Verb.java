package org.tocsin.enrich.statement;

import java.util.EnumSet;
import java.util.Set;

/**
 * A form of a verb that reports, with what it takes: {@code told} takes an addressee and a clause.
 *
 * @param takes bits of {@link Frame}s
 * @param participle whether it is an {@code -ing} form, whose subject stands elsewhere
 */
record Verb(int takes, boolean participle) {
  Verb(EnumSet<Frame> takes, boolean participle) {
    this(bits(takes), participle);
  }

  boolean takes(Frame frame) {
    return (takes & 1 << frame.ordinal()) != 0;
  }

  /** Whether it can report a clause of its own. */
  boolean clausal() {
    return takes(Frame.ZERO) || takes(Frame.THAT);
  }

  private static int bits(Set<Frame> frames) {
    int bits = 0;
    for (Frame frame : frames) {
      bits |= 1 << frame.ordinal();
    }
    return bits;
  }
}
