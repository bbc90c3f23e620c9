/**
 * Pages of HTML to the article they carry. {@link org.tocsin.ingest.page.PageReader} takes away
 * what is furniture by its name, cuts the rest into blocks of text, finds the part of the page that
 * holds most of the prose and keeps the blocks there that are prose; the facts about the article
 * come from JSON-LD, OpenGraph, meta tags and time tags, in this order.
 */
@NullMarked
package org.tocsin.ingest.page;

import org.jspecify.annotations.NullMarked;
