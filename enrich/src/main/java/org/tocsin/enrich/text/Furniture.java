package org.tocsin.enrich.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows what stands on a news page without being news: {@code Leave a reply} ends the article,
 * {@code Related article: …} is a teaser, {@code … Jane Roe / AFP} is the caption of a picture.
 *
 * <p>The phrases lie in {@code furniture.txt}.
 */
public final class Furniture {
  private static final int LONGEST_CAPTION = 400;

  /** More of a line is not compared: longer than any phrase, marks before it included. */
  private static final int LONGEST_LINE = 120;

  private static final Furniture STANDARD = read();

  private final Set<String> ends;
  private final Map<Character, List<String>> endPrefixes;
  private final Set<String> lines;
  private final Map<Character, List<String>> linePrefixes;

  private Furniture(Sections sections) {
    ends = new HashSet<>(sections.lines("end"));
    endPrefixes = byFirst(sections.lines("end-prefix"));
    lines = new HashSet<>(sections.lines("line"));
    linePrefixes = byFirst(sections.lines("line-prefix"));
  }

  /** The phrases that come with the program. */
  public static Furniture standard() {
    return STANDARD;
  }

  private static Furniture read() {
    return new Furniture(Sections.resource(Furniture.class, "furniture.txt"));
  }

  /**
   * What a line is: {@code END} where nothing below it is news, which only holds behind some news;
   * {@code FURNITURE} where the paragraph that starts with it is none.
   */
  Line.Kind kind(String line, boolean behindNews) {
    String bare = bare(line);
    if (behindNews && (ends.contains(bare) || startsWithAny(bare, endPrefixes))) {
      return Line.Kind.END;
    }
    return lines.contains(bare) || startsWithAny(bare, linePrefixes)
        ? Line.Kind.FURNITURE
        : Line.Kind.WORDS;
  }

  private static String bare(String line) {
    String head = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    String lower = head.toLowerCase(Locale.ROOT).replace('’', '\'');
    int from = 0;
    int to = lower.length();
    while (from < to && "•*-–—|>·# ".indexOf(lower.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && ": .!|…".indexOf(lower.charAt(to - 1)) >= 0) {
      to--;
    }
    return lower.substring(from, to);
  }

  private static Map<Character, List<String>> byFirst(List<String> prefixes) {
    return prefixes.stream().collect(Collectors.groupingBy(prefix -> prefix.charAt(0)));
  }

  private static boolean startsWithAny(String line, Map<Character, List<String>> prefixes) {
    if (line.isEmpty()) {
      return false;
    }
    for (String prefix : prefixes.getOrDefault(line.charAt(0), List.of())) {
      if (line.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the paragraph ends in a picture credit: {@code Jane Roe / AFP}. */
  static boolean credited(String paragraph) {
    return paragraph.length() <= LONGEST_CAPTION && Credits.end(paragraph);
  }
}
