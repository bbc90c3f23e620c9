package org.tocsin.enrich.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A word list in sections, as desk editors write them: {@code [pronouns]} on a line of its own,
 * then one entry a line, {@code #} before remarks.
 */
public final class Sections {
  private final Map<String, List<String>> lines;

  private Sections(Map<String, List<String>> lines) {
    this.lines = lines;
  }

  /** Reads a list that lies beside a class. */
  public static Sections resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no word list " + name + " beside " + beside.getName());
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Reads a list from its text. */
  public static Sections parse(String text) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String raw : text.split("\n")) {
      int remark = raw.indexOf('#');
      String line = (remark < 0 ? raw : raw.substring(0, remark)).strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        String name = line.substring(1, line.length() - 1).strip();
        current = sections.computeIfAbsent(name, any -> new ArrayList<>());
      } else if (!line.isEmpty()) {
        current.add(line);
      }
    }
    return new Sections(sections);
  }

  /** The sections in the order of the list. */
  public Set<String> names() {
    return Collections.unmodifiableSet(lines.keySet());
  }

  /** The entries of a section, one per line; none where there is no such section. */
  public List<String> lines(String section) {
    return List.copyOf(lines.getOrDefault(section, List.of()));
  }

  /** The entries of a section, parted by white space. */
  public List<String> words(String section) {
    List<String> words = new ArrayList<>();
    for (String line : lines(section)) {
      words.addAll(parted(line));
    }
    return words;
  }

  /** The words of a line; none of a blank one. */
  public static List<String> parted(String line) {
    return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
  }
}
