package org.tocsin.enrich.statement;

import java.util.Set;

/**
 * A form of a verb that reports, with what it takes.
 *
 * <ul>
 *   <li>{@code zero}: a clause without a conjunction: {@code said they left}
 *   <li>{@code that}: a clause with one: {@code noted that they left}
 *   <li>{@code quote}: quoted words anywhere in its complement: {@code called it “a farce”}
 *   <li>{@code to}: an infinitive: {@code vowed to leave}
 *   <li>{@code obj}: an addressee first: {@code told reporters}
 *   <li>{@code media}: what agencies do: {@code reported}
 * </ul>
 *
 * @param participle whether it is an {@code -ing} form, whose subject stands elsewhere
 */
record Verb(Set<String> takes, boolean participle) {
  Verb {
    takes = Set.copyOf(takes);
  }

  boolean takes(String what) {
    return takes.contains(what);
  }

  /** Whether it can report a clause of its own. */
  boolean clausal() {
    return takes("zero") || takes("that");
  }
}
