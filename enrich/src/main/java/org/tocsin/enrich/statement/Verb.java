package org.tocsin.enrich.statement;

import java.util.Set;

/** A form of a verb that reports, with what it takes: {@code told} takes an addressee, a clause. */
final class Verb {
  private final int takes;
  private final boolean participle;

  Verb(Set<Frame> takes, boolean participle) {
    int bits = 0;
    for (Frame frame : takes) {
      bits |= frame.bit();
    }
    this.takes = bits;
    this.participle = participle;
  }

  boolean takes(Frame frame) {
    return (takes & frame.bit()) != 0;
  }

  /** Whether it is an {@code -ing} form, whose subject stands elsewhere. */
  boolean participle() {
    return participle;
  }

  /** Whether it can report a clause of its own. */
  boolean clausal() {
    return takes(Frame.ZERO) || takes(Frame.THAT);
  }
}
