package org.tocsin.enrich.actor;

import java.util.List;

/**
 * What came of reading a dictionary of somebody else's: the actors, and every line that was not
 * understood with the reason.
 */
public record Import(List<ActorEntry> actors, List<Refusal> refusals) {
  public Import {
    actors = List.copyOf(actors);
    refusals = List.copyOf(refusals);
  }

  /**
   * A line that was left out: {@code 17, "[AFG", "code is not closed"}.
   *
   * @param line number of the line or of the result, from 1
   */
  public record Refusal(int line, String text, String reason) {
    private static final int LONGEST = 200;

    public Refusal {
      text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
  }

  /** The report for people: how many, and the first refusals. */
  public String report(int most) {
    StringBuilder report = new StringBuilder();
    report.append(actors.size()).append(" actors, ");
    report.append(refusals.size()).append(" lines not understood\n");
    for (Refusal refusal : refusals.subList(0, Math.min(most, refusals.size()))) {
      report.append("line ").append(refusal.line()).append(": ");
      report.append(refusal.reason()).append(": ").append(refusal.text()).append('\n');
    }
    return report.toString();
  }
}
