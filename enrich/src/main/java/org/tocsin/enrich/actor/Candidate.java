package org.tocsin.enrich.actor;

/**
 * A stretch of words that a rule takes for an actor.
 *
 * @param from first word
 * @param to after the last word
 * @param rule the rule's name, for the mention's evidence
 */
record Candidate(int from, int to, KnownActor actor, String rule) {
  /** The rule for people that no dictionary has. */
  static final String PERSON = "person";

  /** Whether the actor's name is just what stands there, but for line breaks. */
  boolean spelled() {
    return rule.equals(PERSON);
  }
}
