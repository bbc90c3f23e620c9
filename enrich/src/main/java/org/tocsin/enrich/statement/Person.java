package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * Somebody an article names, for example {@code Ann Roe}.
 *
 * @param actor id of the actor tag, if there is one
 * @param human false for bodies, governments and groups
 */
record Person(String name, @Nullable String actor, boolean human) {}
