package org.tocsin.enrich.topology;

import org.tocsin.contract.Story;
import org.tocsin.enrich.Decision;

/** What came of comparing an article: the decision, and its story as it is now. */
record Related(Decision decision, Story story) {}
