package org.tocsin.enrich.topology;

import org.tocsin.contract.Article;
import org.tocsin.enrich.Analyser;
import org.tocsin.enrich.Analysis;
import org.tocsin.enrich.ArticleSketcher;

/** The heavy, pure part: reads the text for the last time. May throw. */
final class Analyse {
  private final Analyser analyser;
  private final int mostStatements;

  Analyse(Analyser analyser, int mostStatements) {
    this.analyser = analyser;
    this.mostStatements = mostStatements;
  }

  Analysed apply(Known.Fresh fresh) {
    Article article = fresh.article();
    Analysis analysis = analysis(article).withAtMost(mostStatements);
    return new Analysed(
        article,
        fresh.revision(),
        analysis,
        ArticleSketcher.sketch(article, fresh.revision(), analysis));
  }

  /** An error would end the thread, and the next one would read the same text. */
  private Analysis analysis(Article article) {
    try {
      return analyser.analyse(article);
    } catch (StackOverflowError e) {
      throw new IllegalStateException("the text is nested too deeply to be read", e);
    }
  }
}
