package org.tocsin.enrich.statement;

/**
 * Some word classes that are asked for together, which costs what asking for one costs.
 *
 * @param low the bits of all of them, see {@link WordClass}
 */
record WordClasses(long low, long high) {
  static final WordClasses NONE = new WordClasses(0, 0);

  static WordClasses of(WordClass... classes) {
    WordClasses all = NONE;
    for (WordClass each : classes) {
      all = all.with(each);
    }
    return all;
  }

  WordClasses with(WordClass other) {
    return new WordClasses(low | other.low(), high | other.high());
  }

  WordClasses or(WordClasses others) {
    return new WordClasses(low | others.low, high | others.high);
  }
}
