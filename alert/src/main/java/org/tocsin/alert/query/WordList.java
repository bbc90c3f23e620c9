package org.tocsin.alert.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the word lists that lie beside the code: {@code base: form form}, {@code #} comments. */
final class WordList {
  private WordList() {}

  /** Every form with its base; a base is a form of itself. */
  static Map<String, String> pairs(String resource) {
    Map<String, String> forms = new HashMap<>();
    try (BufferedReader lines = open(resource)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read(line, forms);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(forms);
  }

  /** The words of a list without forms, however many stand on a line. */
  static Set<String> words(String resource) {
    Set<String> words = new HashSet<>();
    try (BufferedReader lines = open(resource)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          words.addAll(List.of(line.strip().split("\\s+")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Set.copyOf(words);
  }

  private static BufferedReader open(String resource) {
    InputStream stream = WordList.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("missing resource " + resource);
    }
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  private static void read(String line, Map<String, String> forms) {
    String content = line.strip();
    if (content.isEmpty() || content.startsWith("#")) {
      return;
    }
    int colon = content.indexOf(':');
    String base = colon < 0 ? content : content.substring(0, colon).strip();
    if (colon < 0) {
      forms.put(base, base);
      return;
    }
    for (String form : content.substring(colon + 1).strip().split("\\s+")) {
      forms.put(form, base);
    }
  }
}
