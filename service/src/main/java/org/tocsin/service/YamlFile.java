package org.tocsin.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads the small YAML files that operators and desks write; JSON is YAML. Every fault names the
 * file, where it can the line and column, and what to do.
 */
public final class YamlFile {
  /** Problems that repeat a word of the file. */
  private static final Pattern NAMED = Pattern.compile("(undefined [a-z ]+ ).*", Pattern.DOTALL);

  private final String kind;
  private final int maxBytes;
  private final String remedy;

  /**
   * A kind of file.
   *
   * @param kind what it is, for messages: {@code settings file}
   * @param maxBytes that it may have
   * @param remedy what to do where there is none, as a sentence
   */
  public YamlFile(String kind, int maxBytes, String remedy) {
    this.kind = kind;
    this.maxBytes = maxBytes;
    this.remedy = remedy;
  }

  /**
   * Reads a file.
   *
   * @return a missing node where it is empty
   * @throws OperatorException where it cannot be read, is too large or not YAML
   */
  public JsonNode read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream, file.toString());
    } catch (NoSuchFileException e) {
      throw new OperatorException("there is no " + kind + " " + file, remedy, e);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * Reads a stream.
   *
   * @param name of the file, for messages
   */
  public JsonNode read(InputStream stream, String name) {
    try {
      byte[] bytes = stream.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new OperatorException(
            name + " has more than " + maxBytes + " bytes", "Split it or make it smaller.");
      }
      JsonNode root = new YAMLMapper().readTree(bytes);
      return root == null || root.isNull() ? MissingNode.getInstance() : root;
    } catch (JsonProcessingException e) {
      throw new OperatorException(
          name + place(e) + ": " + problem(e), "Put the " + kind + " right; it is YAML or JSON.");
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static String place(JsonProcessingException e) {
    return ", line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  /**
   * What is wrong, without the line on which it is: a password may stand there, and SnakeYAML and
   * its exceptions show it.
   */
  private static String problem(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException marked) {
        return NAMED.matcher(String.valueOf(marked.getProblem())).replaceFirst("$1");
      }
    }
    return "it is not YAML";
  }

  private static OperatorException unreadable(String name, IOException e) {
    return new OperatorException(
        "cannot read " + name + ": " + e.getMessage(), "Check the file and its permissions.", e);
  }
}
