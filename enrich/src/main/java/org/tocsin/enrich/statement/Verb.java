package org.tocsin.enrich.statement;

import java.util.EnumSet;

/** A form of a verb that reports, with what it takes: {@code told} takes an addressee, a clause. */
final class Verb {
  private final EnumSet<Frame> takes;
  private final boolean participle;

  Verb(EnumSet<Frame> takes, boolean participle) {
    this.takes = EnumSet.copyOf(takes);
    this.participle = participle;
  }

  boolean takes(Frame frame) {
    return takes.contains(frame);
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
