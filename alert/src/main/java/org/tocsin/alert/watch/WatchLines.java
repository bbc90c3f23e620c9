package org.tocsin.alert.watch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which line of a file each watch and each of its keys stands. */
final class WatchLines {
  private WatchLines() {}

  /**
   * The lines of a list.
   *
   * @return for each watch the line of each key, and under the empty key that of its beginning
   */
  static List<Map<String, Integer>> of(byte[] yaml) {
    List<Map<String, Integer>> watches = new ArrayList<>();
    try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int line = parser.currentTokenLocation().getLineNr();
        if (depth == 1 && !token.isStructEnd()) {
          watches.add(new HashMap<>(Map.of("", line)));
        }
        if (depth == 2 && token == JsonToken.FIELD_NAME) {
          watches.get(watches.size() - 1).putIfAbsent(parser.currentName(), line);
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
    } catch (IOException e) {
      return List.of(); // Whoever reads the watches says what is wrong.
    }
    return watches;
  }
}
