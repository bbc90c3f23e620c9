/**
 * All that is known around one alert, on one page: its article, where its words went, what its
 * speaker said before, its story.
 *
 * <p>{@link org.tocsin.alert.dossier.DossierWriter} draws it from the archives and, for the text of
 * the article and the state of the story, from single records of topics. {@link
 * org.tocsin.alert.dossier.WordDifference} says which words one text has and the other has not.
 */
@NullMarked
package org.tocsin.alert.dossier;

import org.jspecify.annotations.NullMarked;
