package org.tocsin.alert.notifier;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;

/**
 * An alert as lines for people:
 *
 * <pre>
 * ── HIGH · Port closures ── 10 Mar 2026, 13:00 CET
 *    Mira Oldenburg said:
 *    “The port will close.”
 *    Harbour Gazette · https://…
 *    why: text "port", country NO
 * </pre>
 *
 * Control characters of the article are taken out: they could rewrite what a terminal shows.
 */
public final class AlertText {
  private static final String OPENING = "“\"„«‘'‹「『";

  private final DateTimeFormatter time;
  private final Became became;

  public AlertText(ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH).withZone(zone);
    this.became = new Became(time::format);
  }

  public String of(Alert alert) {
    Sighting sighting = alert.sighting();
    String heading =
        "── "
            + (alert.followsUp() ? Became.headline(alert).toUpperCase(Locale.ROOT) + " · " : "")
            + alert.watch().severity().label().toUpperCase(Locale.ROOT)
            + " · "
            + alert.watch().name()
            + " ── "
            + time.format(alert.rung());
    return Plain.text(heading)
        + "\n   "
        + Plain.text(speaker(sighting))
        + "\n   "
        + quoted(Plain.text(sighting.statement().text()))
        + "\n   "
        + Plain.text(source(sighting.article()))
        + "\n   why: "
        + Plain.text(why(alert.why()))
        + "\n"
        + became.lines(alert).stream()
            .map(line -> "   " + Plain.text(line) + "\n")
            .collect(Collectors.joining());
  }

  /** In quotation marks, where it does not begin with its own. */
  private static String quoted(String text) {
    return !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0 ? text : "“" + text + "”";
  }

  private static String speaker(Sighting sighting) {
    Speaker speaker = sighting.statement().speaker();
    String cue = sighting.statement().cue();
    String name = speaker == null ? "Speaker not known" : speaker.name();
    return name + " (" + (cue == null ? "no cue" : cue) + "):";
  }

  private static String source(Sighting.Source article) {
    String url = article.url();
    return article.name() + (url == null ? "" : " · " + url);
  }

  private static String why(List<Alert.Reason> reasons) {
    return reasons.stream()
        .map(reason -> reason.field() + " “" + reason.matched() + "”")
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
