package org.tocsin.alert.query;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Words as Lucene reads them: each as it stands, with its stem in the same place. Between two texts
 * of one field lies a gap that no phrase bridges.
 */
final class WordStream extends TokenStream {
  private static final int GAP = 1_000;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final List<Words> texts;
  private int text;
  private int word;
  private @Nullable String stem;

  WordStream(List<Words> texts) {
    this.texts = texts;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (stem != null) {
      term.append(stem);
      step.setPositionIncrement(0);
      stem = null;
      return true;
    }
    int increment = 1;
    while (text < texts.size() && word == texts.get(text).list().size()) {
      text++;
      word = 0;
      increment = GAP;
    }
    if (text == texts.size()) {
      return false;
    }
    Words words = texts.get(text);
    Word next = words.list().get(word++);
    Stemming language = words.language();
    term.append(next.plain());
    step.setPositionIncrement(increment);
    stem = language == null ? null : LuceneTerms.stem(language, next.stem());
    return true;
  }

  @Override
  public void reset() {
    text = 0;
    word = 0;
    stem = null;
  }
}
