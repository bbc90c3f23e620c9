/**
 * Which persons and bodies act or speak in an article.
 *
 * <p>First a dictionary is looked up ({@link org.tocsin.enrich.actor.ActorDictionary}: {@code
 * people.tsv}, {@code organisations.tsv} and the ministries of every country). Then the text is
 * read for names it does not have: a run of capitals becomes a person only with evidence (a title
 * before it, a verb of saying, a known given name), a body through the noun that heads its name.
 * Last, short forms (a surname, an abbreviation in brackets) are tied to the one actor they can
 * mean, or to none.
 */
@NullMarked
package org.tocsin.enrich.actor;

import org.jspecify.annotations.NullMarked;
