package org.tocsin.enrich.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;

/**
 * Reads entries from a file: a list, in YAML or JSON, of what {@code PUT /api/dictionary/ID} takes,
 * each with its {@code id}. The whole file is good or none of it is used.
 */
public final class DictionaryFile {
  private static final int MOST_BYTES = 64 << 20;

  /** Norway is no boolean: {@code country: NO} is a text. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private DictionaryFile() {}

  /**
   * Reads a file.
   *
   * @throws OperatorException with the entry or the line at fault
   */
  public static List<EntryDraft> read(Path file) {
    try {
      return DraftReader.readAll(tree(file), LiveDictionary.MOST_ENTRIES);
    } catch (NoSuchFileException e) {
      throw new OperatorException(
          "there is no dictionary file " + file, "Put the path right, or make the file.", e);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : ", line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new OperatorException(
          file + where + ": " + e.getOriginalMessage().replaceAll("\\s+", " "),
          "Put the file right; it is a list in YAML or JSON.",
          e);
    } catch (IOException e) {
      throw new OperatorException(
          "cannot read " + file + ": " + e.getMessage(), "Check the file and its permissions.", e);
    } catch (IllegalArgumentException e) {
      throw new OperatorException(
          file + ": " + e.getMessage(),
          "Put the entry right. An entry is {id: ngo:harbour-watch, name: Harbour Watch, type:"
              + " organisation, country: NO, aliases: [HW]}.",
          e);
    }
  }

  /**
   * The entries of a file as what is in force, for programs that run without Kafka.
   *
   * @throws OperatorException with the entry or the line at fault
   */
  public static List<DictionaryEntry> entries(Path file) {
    String author = "file " + file.getFileName();
    return read(file).stream()
        .map(draft -> draft.after(null, DictionaryEntry.State.IN_FORCE, author, Instant.EPOCH))
        .toList();
  }

  private static JsonNode tree(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("more than " + MOST_BYTES + " bytes");
    }
    if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
      throw new IllegalArgumentException("it is empty; a file without entries says []");
    }
    ObjectMapper mapper = startsLikeJson(bytes) ? Json.mapper() : YAML;
    return mapper.readTree(bytes);
  }

  /** Large files are JSON: its reader is faster, and YAML's stops at three megabytes. */
  private static boolean startsLikeJson(byte[] bytes) {
    for (byte b : bytes) {
      if (!Character.isWhitespace(b)) {
        return b == '[';
      }
    }
    return false;
  }
}
