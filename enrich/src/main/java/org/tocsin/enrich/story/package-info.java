/**
 * Which articles are the same text: copies, excerpts and rewrites, gathered in stories.
 *
 * <p>{@link org.tocsin.enrich.story.StoryIndex} finds candidates generously (bands of a MinHash,
 * shared sentences) and believes none of them: {@link org.tocsin.enrich.story.Overlap} measures
 * what two texts really share, and {@link org.tocsin.enrich.story.Kinship} says what that makes
 * them. Everything here is plain, single-threaded and decides by the order of its input alone.
 */
@NullMarked
package org.tocsin.enrich.story;

import org.jspecify.annotations.NullMarked;
