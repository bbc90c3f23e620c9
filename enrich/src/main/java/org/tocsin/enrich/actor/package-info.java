/**
 * Which persons and bodies act or speak in an article.
 *
 * <p>First the {@link org.tocsin.enrich.actor.ActorBook} is looked up (people, bodies, holders of
 * offices, and the ministries of every country). Then the text is read for names it does not have:
 * a body through the noun that heads its name, a crowd such as {@code the rebels}, and all other
 * runs of capitals as suspects, whose mentions are weighed together for a person, a body or a
 * place. Last, short forms (a surname, a given name, an abbreviation in brackets) are tied to the
 * one actor they can mean, or to none.
 */
@NullMarked
package org.tocsin.enrich.actor;

import org.jspecify.annotations.NullMarked;
