package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import org.tocsin.enrich.Comparer;
import org.tocsin.enrich.novelty.Comparison;
import org.tocsin.service.OperatorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says whether one statement repeats another, by the code of novelty. */
@Command(
    name = "compare",
    description = {
      "Reads {\"id\",\"a\",\"b\"} lines, with speakerA and speakerB where known, and says whether",
      "statement b repeats statement a: {\"id\",\"repeat\",\"score\",\"reason\"}."
    },
    mixinStandardHelpOptions = true)
public final class CompareCommand implements Runnable {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "What to read; default: standard input.")
  private List<Path> files = List.of();

  private final Comparer comparer = new Comparer();

  @Override
  public void run() {
    System.setProperty("tocsin.log.level", "WARN");
    Inputs.requireFiles(files);
    try (PrintStream out = Lines.standardOutput()) {
      if (files.isEmpty()) {
        compare(System.in, "standard input", out);
      }
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          compare(in, file.toString(), out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(InputStream in, String name, PrintStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        out.println(compare(line, name + ", line " + number));
      }
    }
  }

  private String compare(String line, String where) {
    JsonNode pair = read(line, where);
    Comparison comparison =
        comparer.compare(
            required(pair, "a", where),
            required(pair, "b", where),
            optional(pair, "speakerA"),
            optional(pair, "speakerB"));
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.set("id", pair.get("id"));
    answer.put("repeat", comparison.repeat());
    answer.put("score", comparison.score());
    answer.put("reason", comparison.reason());
    return Json.line(answer);
  }

  private static JsonNode read(String line, String where) {
    try {
      return Json.mapper().readTree(line);
    } catch (IOException e) {
      throw new OperatorException(
          where + " is not JSON: " + e.getMessage(), "Write one {\"id\",\"a\",\"b\"} a line.", e);
    }
  }

  private static String required(JsonNode pair, String field, String where) {
    if (!pair.path(field).isTextual()) {
      throw new OperatorException(
          where + " has no text '" + field + "'", "Write one {\"id\",\"a\",\"b\"} a line.");
    }
    return pair.get(field).asText();
  }

  private static @Nullable String optional(JsonNode pair, String field) {
    return pair.hasNonNull(field) ? pair.get(field).asText() : null;
  }
}
