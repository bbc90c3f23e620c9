package org.tocsin.enrich.statement;

import java.util.Set;

/** Some word classes that are asked for together, which costs what asking for one costs. */
final class WordClasses {
  private final long low;
  private final long high;

  private WordClasses(long low, long high) {
    this.low = low;
    this.high = high;
  }

  static WordClasses of(WordClass... classes) {
    return of(Set.of(classes));
  }

  static WordClasses of(Set<WordClass> classes) {
    long low = 0;
    long high = 0;
    for (WordClass each : classes) {
      low |= each.low();
      high |= each.high();
    }
    return new WordClasses(low, high);
  }

  WordClasses or(WordClasses others) {
    return new WordClasses(low | others.low, high | others.high);
  }

  /** The bits of all of them, see {@link WordClass#low}. */
  long low() {
    return low;
  }

  long high() {
    return high;
  }
}
