package org.tocsin.enrich.statement;

import org.tocsin.contract.Statement;

/**
 * Tells what an article attributes to somebody but is no news by itself: whom one backs in a word
 * or two, the topic of a criticism, a question, what is expected by nobody in particular.
 */
final class Faintness {
  private static final int FEWEST_WORDS = 3;

  private Faintness() {}

  static boolean of(Finding finding) {
    Attribution attribution = finding.attribution();
    if (attribution == null || finding.kind() != Statement.Kind.INDIRECT) {
      return false;
    }
    boolean slight =
        attribution.object() && (attribution.verb().takes(Frame.CITES) || brief(finding));
    return slight || attribution.aside();
  }

  private static boolean brief(Finding finding) {
    return Shares.of(finding.sentence(), finding.from(), finding.to()).words() < FEWEST_WORDS;
  }
}
