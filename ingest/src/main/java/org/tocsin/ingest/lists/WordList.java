package org.tocsin.ingest.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A bundled data file of one entry a line. Lines that begin with {@code #} say what the file is;
 * they and empty lines are no entries.
 */
public final class WordList {
  private static final String FOLDER = "/org/tocsin/ingest/";

  private WordList() {}

  /** The entries of a bundled file in its order. */
  public static List<String> read(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
