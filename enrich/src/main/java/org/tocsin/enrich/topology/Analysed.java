package org.tocsin.enrich.topology;

import org.tocsin.contract.Article;
import org.tocsin.enrich.Analysis;
import org.tocsin.enrich.sketch.ArticleSketch;

/** An article after the last step that may fail. */
record Analysed(Article article, int revision, Analysis analysis, ArticleSketch sketch) {}
