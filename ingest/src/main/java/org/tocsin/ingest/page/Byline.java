package org.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tocsin.ingest.lists.WordList;

/**
 * The names in a byline: {@code By Marta Quill and Jon Aas, Harbour Correspondent} is Marta Quill
 * and Jon Aas. The words that are no part of a name stand in {@code byline-words.txt}.
 */
public final class Byline {
  private static final List<String> LINES = WordList.read("byline-words.txt");
  private static final Pattern BY =
      Pattern.compile("(?iu)^(?:" + any("by") + ")(?:\\s*[:：]\\s*|\\s+)");
  private static final Pattern AND =
      Pattern.compile("(?iu)\\s+(?:" + any("and") + ")\\s+|\\s*[,;|&/•·、，\\n]\\s*");
  private static final Pattern END =
      Pattern.compile(
          "(?iu)(?:\\s+(?:" + any("end") + ")\\b|\\s[–—-]\\s|[(\\[<]|\\s*@).*$", Pattern.DOTALL);
  private static final Set<String> NOT = Set.copyOf(words("not"));

  /** Of a desk or a string of titles; names of people have fewer words. */
  private static final int MOST_WORDS = 6;

  private static final int LONGEST = 60;
  private static final int LONGEST_LINE = 300;

  private Byline() {}

  private static List<String> words(String kind) {
    return LINES.stream()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> line.substring(kind.length() + 1))
        .toList();
  }

  private static String any(String kind) {
    return words(kind).stream()
        .sorted((a, b) -> b.length() - a.length())
        .map(word -> Pattern.quote(word))
        .collect(Collectors.joining("|"));
  }

  /** The names, in order, each once; none in what is no byline. */
  public static List<String> names(String line) {
    List<String> names = new ArrayList<>();
    if (line.length() > LONGEST_LINE) {
      return names;
    }
    for (String part : AND.split(BY.matcher(line.strip()).replaceFirst(""))) {
      String name = name(part);
      boolean person = person(name) && part.chars().noneMatch(Character::isDigit);
      if (!person && !names.isEmpty()) {
        break; // Behind the names stand titles, places and dates.
      }
      if (person && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static String name(String part) {
    String bare = BY.matcher(part.strip()).replaceFirst("");
    String name = END.matcher(bare).replaceFirst("").replaceAll("\\s+", " ").strip();
    return name.replaceAll("^[^\\p{L}]+|[^\\p{L}.)]+$", "");
  }

  private static boolean person(String name) {
    boolean size = name.length() > 1 && name.length() <= LONGEST;
    return size
        && name.split(" ").length <= MOST_WORDS
        && !name.contains("://")
        && Character.isLetter(name.codePointAt(0))
        && !Character.isLowerCase(name.codePointAt(0))
        && !NOT.contains(name.toLowerCase(Locale.ROOT));
  }
}
