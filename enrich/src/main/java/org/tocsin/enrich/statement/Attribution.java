package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Words of the reporter that say who says: {@code [Roe] [said]}, {@code [according] [to] [Roe]}.
 *
 * @param shape where what is said stands
 * @param cueFrom first piece of the cue
 * @param cueTo one past its last piece
 * @param from first piece of all that belongs to the attribution
 * @param to one past the last piece; what is said begins here in a leading one
 * @param object whether a thing spoken of follows rather than a clause
 * @param subject null where it must be taken over from another verb of the sentence
 */
record Attribution(
    Shape shape,
    int cueFrom,
    int cueTo,
    int from,
    int to,
    @Nullable NounPhrase subject,
    Verb verb,
    boolean object,
    String rule) {
  /** The rule of what is expected or seems so. */
  static final String HEARSAY = "hearsay";

  /** The rule of what somebody was asked. */
  static final String ASKED = "asked";

  /** The rule of what a criticism or the like is about. */
  static final String TOPIC = "topic";

  /** The rule of a label before what is said, which may be a topic as well. */
  static final String HEADLINE = "headline";

  enum Shape {
    /** Roe said (that) … */
    LEADING,
    /** …, Roe said / said Roe. */
    TRAILING,
    /** …, Roe said, … */
    INSIDE,
    /** A verb that reports nothing here, but whose subject others take over. */
    MUTE
  }

  /** Whether it gives a question, a topic or a rumour rather than what somebody said. */
  boolean aside() {
    return rule.equals(HEARSAY) || rule.equals(ASKED) || rule.equals(TOPIC);
  }

  /** Whether nobody is named, so that it takes over nobody else's subject. */
  boolean nobodys() {
    return subject == null && aside();
  }

  Attribution withCueFrom(int other) {
    return new Attribution(shape, other, cueTo, from, to, subject, verb, object, rule);
  }

  Attribution with(Shape other) {
    return new Attribution(other, cueFrom, cueTo, from, to, subject, verb, object, rule);
  }
}
