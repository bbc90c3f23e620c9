package org.tocsin.enrich.story;

import org.tocsin.contract.StoryRef;

/**
 * How an article was placed.
 *
 * @param ref as it is published
 * @param steps verified comparisons between this article and the first of its story: 0 for the
 *     first, 1 for those compared with it, 2 for those compared with one of these
 */
public record StoryMatch(StoryRef ref, int steps) {}
