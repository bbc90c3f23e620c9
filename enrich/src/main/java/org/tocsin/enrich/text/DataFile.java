package org.tocsin.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dictionary: tab-separated values beside a class, {@code #} starting a comment line, the
 * first other line naming the columns. Trailing empty columns may be left out.
 */
public final class DataFile {
  private DataFile() {}

  /** One line, its values by column name. */
  public record Row(Map<String, String> values) {
    public Row {
      values = Map.copyOf(values);
    }

    /** The value of a column, empty where the line has none. */
    public String get(String column) {
      return values.getOrDefault(column, "");
    }

    /** The values of a column that holds several, separated by {@code |}. */
    public List<String> list(String column) {
      return Stream.of(get(column).split("\\|")).filter(value -> !value.isBlank()).toList();
    }
  }

  /** The lines of the resource {@code name} that lies beside {@code owner}. */
  public static List<Row> of(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name + " beside " + owner.getName());
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static List<Row> read(BufferedReader lines, String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    String @Nullable [] columns = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] values = line.split("\t", -1);
      if (columns == null) {
        columns = values;
      } else if (values.length > columns.length) {
        throw new IllegalStateException(name + ": more values than columns: " + line);
      } else {
        rows.add(row(columns, values));
      }
    }
    return rows;
  }

  private static Row row(String[] columns, String[] values) {
    Map<String, String> row = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      row.put(columns[i], values[i].strip());
    }
    return new Row(row);
  }
}
