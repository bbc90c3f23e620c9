package org.tocsin.enrich.text;

import java.util.BitSet;
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

  private static final int HEAD = 3;
  private static final int LONG_HEAD = 6;
  private static final int HEADS = 256;
  private static final String BULLETS = "•*-–—|>·# ";

  private static final Furniture STANDARD = read();

  private final Set<String> ends;
  private final Map<Character, List<String>> endPrefixes;
  private final Set<String> lines;
  private final Map<Character, List<String>> linePrefixes;

  /** Of the phrases in plain letters the first three; most lines begin like none of them. */
  private final BitSet heads = new BitSet();

  /** The first six of those that are so long; of the others the first three. */
  private final KeySet longHeads = KeySet.ofAtMost(HEADS);

  private final BitSet shortHeads = new BitSet();

  private Furniture(Sections sections) {
    ends = new HashSet<>(sections.lines("end"));
    endPrefixes = byFirst(sections.lines("end-prefix"));
    lines = new HashSet<>(sections.lines("line"));
    linePrefixes = byFirst(sections.lines("line-prefix"));
    for (String section : List.of("end", "end-prefix", "line", "line-prefix")) {
      for (String phrase : sections.lines(section)) {
        addHead(phrase);
      }
    }
  }

  private void addHead(String phrase) {
    int head = head(phrase, 0, phrase.length());
    long more = longHead(phrase, 0, phrase.length());
    if (head >= 0) {
      heads.set(head);
      if (more == 0) {
        shortHeads.set(head);
      } else {
        longHeads.add(more);
      }
    }
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
  Line.Kind kind(String text, int start, int end, boolean behindNews) {
    int head = head(text, start, end);
    if (head >= 0 && !opensPhrase(head, text, start, end)) {
      return Line.Kind.WORDS;
    }
    String bare = bare(text.substring(start, Math.min(end, start + LONGEST_LINE)));
    if (behindNews && (ends.contains(bare) || startsWithAny(bare, endPrefixes))) {
      return Line.Kind.END;
    }
    return lines.contains(bare) || startsWithAny(bare, linePrefixes)
        ? Line.Kind.FURNITURE
        : Line.Kind.WORDS;
  }

  private boolean opensPhrase(int head, String text, int start, int end) {
    if (!heads.get(head) || shortHeads.get(head)) {
      return heads.get(head);
    }
    long more = longHead(text, start, end);
    return more == 0 || longHeads.contains(more);
  }

  /** Six letters and blanks behind bullets as one number; 0 where they are fewer or not plain. */
  private static long longHead(String text, int start, int end) {
    int from = behindBullets(text, start, end);
    long head = 0;
    for (int at = from; at < from + LONG_HEAD; at++) {
      char c = at < end ? text.charAt(at) : 0;
      if (c < ' ' || c > 'z') {
        return 0;
      }
      head = head << Byte.SIZE | (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return head;
  }

  private static int behindBullets(String text, int start, int end) {
    int from = start;
    while (from < end && BULLETS.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return from;
  }

  /** A number for the first letters behind bullets; −1 where they are few or not plain ones. */
  private static int head(String text, int start, int end) {
    int from = behindBullets(text, start, end);
    int head = 0;
    for (int at = from; at < from + HEAD; at++) {
      char c = at < end ? text.charAt(at) : 0;
      if (c <= ' ' || c > 'z') {
        return -1;
      }
      head = head * 31 + (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return head;
  }

  private static String bare(String line) {
    String lower = line.toLowerCase(Locale.ROOT).replace('’', '\'');
    int from = 0;
    int to = lower.length();
    while (from < to && BULLETS.indexOf(lower.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && ": .!|…".indexOf(lower.charAt(to - 1)) >= 0) {
      to--;
    }
    return lower.substring(from, Math.max(from, uncounted(lower, to)));
  }

  /** {@code Comments| (3)}: where a line ends without the number behind it. */
  private static int uncounted(String line, int to) {
    int at = to - 1;
    if (at < 0 || line.charAt(at) != ')') {
      return to;
    }
    do {
      at--;
    } while (at > 0 && Character.isDigit(line.charAt(at)));
    return at > 0 && at < to - 2 && line.charAt(at) == '('
        ? line.substring(0, at).stripTrailing().length()
        : to;
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
