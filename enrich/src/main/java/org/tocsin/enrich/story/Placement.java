package org.tocsin.enrich.story;

import org.tocsin.contract.StoryRef;

/**
 * What came of placing an article.
 *
 * @param ref its part in its story
 * @param change what has changed by it, itself included
 */
public record Placement(StoryRef ref, StoryChange change) {}
