package org.tocsin.alert.delivery;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  public AlertText(ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH).withZone(zone);
  }

  public String of(Alert alert) {
    Sighting sighting = alert.sighting();
    String heading =
        "── "
            + alert.watch().severity().label().toUpperCase(Locale.ROOT)
            + " · "
            + alert.watch().name()
            + " ── "
            + time.format(alert.rung());
    return clean(heading)
        + "\n   "
        + clean(speaker(sighting))
        + "\n   "
        + quoted(clean(sighting.statement().text()))
        + "\n   "
        + clean(source(sighting.article()))
        + "\n   why: "
        + clean(why(alert.why()))
        + "\n";
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

  static String clean(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean control =
                  Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
              clean.appendCodePoint(control ? ' ' : c);
            });
    return clean.toString().strip();
  }
}
