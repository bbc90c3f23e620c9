package org.tocsin.ingest.page;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.lists.WordList;
import org.tocsin.ingest.meta.LanguageCode;
import org.tocsin.ingest.meta.PublishedDate;

/** The dates that a page shows its readers: short stretches of text behind the headline. */
final class ShownDate {
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d|[\\p{Nd}&&[^0-9]]{4}");
  private static final List<String> CHANGE = WordList.read("change-words.txt");
  private static final int SHORT = 70;
  private static final int LINE = 140;
  private static final int LOOKED_AT = 400;

  /** As far as this from the headline stand its own dates; behind it those of other articles. */
  private static final int NEAR = 60;

  private final List<Shown> dates = new ArrayList<>();

  ShownDate(Document page) {
    boolean behind = page.selectFirst("h1") == null;
    boolean monthFirst = monthFirst(page);
    int looked = 0;
    for (Element element : page.getAllElements()) {
      behind |= element.nameIs("h1");
      String own = behind && !element.nameIs("a") ? element.ownText().strip() : "";
      if (own.isEmpty() || element.nameIs("script") || element.nameIs("style")) {
        continue;
      }
      boolean dated = own.length() <= SHORT && YEAR.matcher(own).find() && !own.contains("©");
      OffsetDateTime date = dated ? PublishedDate.shown(own, monthFirst) : null;
      if (date != null) {
        dates.add(new Shown(date, looked, element));
      }
      if (++looked > LOOKED_AT) {
        return;
      }
    }
  }

  private static boolean monthFirst(Document page) {
    String language = page.select("html").attr("lang");
    String code = LanguageCode.of(language);
    return (code == null || code.equals("en")) && !language.toUpperCase(Locale.ROOT).endsWith("GB");
  }

  /** The first date behind the headline; null where there is none. */
  @Nullable OffsetDateTime first() {
    return dates.isEmpty() ? null : dates.get(0).time;
  }

  /**
   * Whether the outlet has published the article anew: at its headline it shows the day of the
   * change, does not call it one, and nowhere shows the day that it declares to machines.
   */
  boolean anew(OffsetDateTime declared, @Nullable OffsetDateTime changed) {
    if (dates.isEmpty() || changed == null || !changed.isAfter(declared)) {
      return false;
    }
    Shown first = dates.get(0);
    return first.place <= NEAR
        && sameDay(first.time, changed)
        && !first.calledChange()
        && dates.stream().noneMatch(d -> d.place <= NEAR && sameDay(d.time, declared));
  }

  /** The same day in the zone of either; readers are shown theirs without naming it. */
  private static boolean sameDay(OffsetDateTime shown, OffsetDateTime declared) {
    LocalDate day = shown.toLocalDate();
    return day.equals(declared.toLocalDate())
        || day.equals(declared.withOffsetSameInstant(shown.getOffset()).toLocalDate());
  }

  private record Shown(OffsetDateTime time, int place, Element element) {
    boolean calledChange() {
      Element parent = element.parent();
      String line = parent == null ? null : ShortText.of(parent, LINE);
      String lower = (line == null ? element.ownText() : line).toLowerCase(Locale.ROOT);
      return CHANGE.stream().anyMatch(lower::contains);
    }
  }
}
