package org.tocsin.enrich.actor;

/**
 * A stretch of words that a rule takes for an actor.
 *
 * @param from first word
 * @param to after the last word
 * @param rule the rule's name, for the mention's evidence
 */
record Candidate(int from, int to, KnownActor actor, String rule) {}
