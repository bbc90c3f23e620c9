package org.tocsin.ingest.page;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.lists.WordList;
import org.tocsin.ingest.meta.PublishedDate;

/**
 * When a page says it was published: asked in order are JSON-LD, meta and time tags, the scripts,
 * the address, what stands behind the headline, and at last when it was changed. An article that
 * its outlet has published anew has the later date.
 */
final class PageDate {
  private static final List<String> DECLARED = WordList.read("date-selectors.txt");
  private static final List<String> MODIFIED = WordList.read("modified-selectors.txt");

  /** The same fact in data that is no JSON-LD, or none any more: escaped, broken, another name. */
  private static final Pattern IN_SCRIPT =
      Pattern.compile(
          "(?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|pubDate"
              + "|publicationDate|publication_date|firstPublished)(?:\\\\?\"|&quot;|')?\\s{0,3}:"
              + "\\s{0,3}(?:\\\\?\"|&quot;|')([0-9A-Za-z:+., -]{8,40})");

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "/((?:19|20)\\d\\d)(?:/(\\d\\d?|[a-z]{3})/(\\d\\d?)|-(\\d\\d)-(\\d\\d)|([01]\\d)([0-3]\\d))"
              + "(?=[/_-]|$)",
          Pattern.CASE_INSENSITIVE);

  private static final int QUARTER = 15;
  private static final int WEST = 12 * 60;
  private static final int EAST = 14 * 60;

  private final Document page;
  private final StructuredData data;
  private final @Nullable String address;
  private final ShownDate shown;

  PageDate(Document page, StructuredData data, @Nullable String address) {
    this.page = page;
    this.data = data;
    this.address = address;
    this.shown = new ShownDate(page);
  }

  @Nullable OffsetDateTime find() {
    OffsetDateTime found = PublishedDate.parse(data.published());
    found = found == null ? selected(DECLARED) : found;
    found = found == null ? inScripts() : found;
    found = found == null ? inAddress() : found;
    if (found != null) {
      OffsetDateTime changed = modified();
      return changed != null && shown.anew(found, changed) ? changed : inShownZone(found);
    }
    found = shown.first();
    return found == null ? modified() : found;
  }

  /** When it says that it was changed last. */
  @Nullable OffsetDateTime modified() {
    OffsetDateTime found = PublishedDate.parse(data.modified());
    return found == null ? selected(MODIFIED) : found;
  }

  /** Machines are told the time in UTC, people in the outlet's zone: where both fit it is known. */
  private OffsetDateTime inShownZone(OffsetDateTime declared) {
    OffsetDateTime local = declared.getOffset().equals(ZoneOffset.UTC) ? shown.first() : null;
    if (local == null || local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return declared;
    }
    long minutes =
        Duration.between(
                declared.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES),
                local.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES))
            .toMinutes();
    boolean zone = minutes % QUARTER == 0 && minutes >= -WEST && minutes <= EAST;
    return zone
        ? declared.withOffsetSameInstant(ZoneOffset.ofTotalSeconds((int) minutes * 60))
        : declared;
  }

  private @Nullable OffsetDateTime selected(List<String> selectors) {
    for (String selector : selectors) {
      for (Element element : page.select(selector)) {
        OffsetDateTime found = PublishedDate.parse(dateOf(element));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static String dateOf(Element element) {
    String machine =
        element.hasAttr("content") ? element.attr("content") : element.attr("datetime");
    return machine.isEmpty() ? element.text() : machine;
  }

  private @Nullable OffsetDateTime inScripts() {
    for (Element script : page.select("script")) {
      Matcher found = IN_SCRIPT.matcher(script.data());
      OffsetDateTime date = found.find() ? PublishedDate.parse(found.group(1)) : null;
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private @Nullable OffsetDateTime inAddress() {
    Matcher found = IN_ADDRESS.matcher(address == null ? "" : address);
    if (!found.find()) {
      return null;
    }
    int at = found.group(2) != null ? 2 : found.group(4) != null ? 4 : 6;
    String month = found.group(at);
    String day = found.group(at + 1);
    return PublishedDate.parse(
        Character.isDigit(month.charAt(0))
            ? found.group(1) + "-" + padded(month) + "-" + padded(day)
            : day + " " + month + " " + found.group(1));
  }

  private static String padded(String number) {
    return number.length() < 2 ? "0" + number : number;
  }
}
