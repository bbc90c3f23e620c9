package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;
import org.tocsin.enrich.text.Paragraph;

/**
 * A statement without its id: {@code “A,” Roe said. “B.”} with its speaker.
 *
 * @param findings what is said, sentence by sentence; all but the first are quotations that follow
 *     at once
 * @param speaker null where it is not known
 * @param candidates names of those who may have spoken where the speaker is not known
 */
record Draft(
    Paragraph paragraph,
    List<Finding> findings,
    @Nullable Speaker speaker,
    List<String> candidates,
    String rule) {
  Draft {
    findings = List.copyOf(findings);
    candidates = speaker == null ? List.copyOf(candidates) : List.of();
  }

  Draft(
      Paragraph paragraph,
      Finding finding,
      @Nullable Speaker speaker,
      List<String> candidates,
      String rule) {
    this(paragraph, List.of(finding), speaker, candidates, rule);
  }

  Finding finding() {
    return findings.get(0);
  }

  Finding last() {
    return findings.get(findings.size() - 1);
  }

  /** Where it begins in the part. */
  int start() {
    return paragraph.start() + finding().sentence().piece(finding().from()).start();
  }

  /** Where it ends in the part. */
  int end() {
    return paragraph.start() + last().sentence().piece(last().to() - 1).end();
  }

  /** Whether a quotation goes on with what this one quotes: no other sentence in between. */
  boolean continuedBy(Draft next, Sentence before) {
    boolean quotes = finding().kind() != Statement.Kind.INDIRECT;
    boolean adjacent =
        last().sentence() == before || last().sentence() == next.finding().sentence();
    return quotes && adjacent && paragraph.equals(next.paragraph());
  }

  Draft with(Finding next) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(next);
    return new Draft(paragraph, all, speaker, candidates, rule);
  }
}
