package org.tocsin.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.Json;
import org.tocsin.enrich.actor.ActorEntry;
import org.tocsin.enrich.actor.Import;
import org.tocsin.enrich.actor.PhoenixImporter;
import org.tocsin.enrich.actor.WikidataImporter;
import org.tocsin.enrich.dictionary.DictionaryFile;
import org.tocsin.enrich.dictionary.EntryDraft;
import org.tocsin.service.OperatorException;

/**
 * What came of reading somebody else's dictionary: entries that can be put into force, and how many
 * lines were not understood.
 */
record ActorImport(List<EntryDraft> entries, int refused, String report) {
  private static final long MOST_BYTES = 512L << 20;
  private static final int REFUSALS_SHOWN = 50;
  private static final int AT_ONCE = 500;

  /** Formats that can be read. */
  enum Format {
    PHOENIX,
    WIKIDATA,
    ENTRIES
  }

  /**
   * Reads a file.
   *
   * @throws OperatorException where it cannot be read at all
   */
  static ActorImport read(Path file, Format format) {
    if (format == Format.ENTRIES) {
      List<EntryDraft> drafts = DictionaryFile.read(file);
      return new ActorImport(drafts, 0, drafts.size() + " entries\n");
    }
    Import found = parse(file, format);
    List<EntryDraft> drafts = new ArrayList<>();
    StringBuilder unfit = new StringBuilder();
    int refused = found.refusals().size();
    for (ActorEntry actor : found.actors()) {
      try {
        EntryDraft draft = EntryDraft.of(actor);
        draft.after(null, DictionaryEntry.State.IN_FORCE, "import", Instant.EPOCH);
        drafts.add(draft);
      } catch (IllegalArgumentException e) {
        refused++;
        unfit.append(actor.id()).append(" left out: ").append(e.getMessage()).append('\n');
      }
    }
    return new ActorImport(drafts, refused, found.report(REFUSALS_SHOWN) + unfit);
  }

  private static Import parse(Path file, Format format) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new OperatorException(
            file + " has more than " + MOST_BYTES + " bytes", "Split the file.");
      }
      try (Reader in =
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
        return format == Format.PHOENIX ? PhoenixImporter.read(in) : WikidataImporter.read(in);
      }
    } catch (NoSuchFileException e) {
      throw new OperatorException("there is no file " + file, "Name one that exists.", e);
    } catch (JsonProcessingException e) {
      throw new OperatorException(
          file + " is not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " "),
          "A Wikidata result is downloaded as JSON; a Phoenix dictionary wants --format phoenix.",
          e);
    } catch (IOException e) {
      throw new OperatorException(
          "cannot read " + file + ": " + e.getMessage(), "Check the file and its permissions.", e);
    }
  }

  /** Prints the entries as a list that {@code enrich.dictionary.file} reads, a line each. */
  void print() {
    try (PrintStream out = Lines.standardOutput()) {
      out.print("[");
      for (int i = 0; i < entries.size(); i++) {
        out.println(i == 0 ? "" : ",");
        out.print(Json.line(entries.get(i)));
      }
      out.println("]");
    }
  }

  /** Puts the entries into force; says how many. */
  String send(HttpApi api, String path) {
    int written = 0;
    for (int from = 0; from < entries.size(); from += AT_ONCE) {
      List<EntryDraft> some = entries.subList(from, Math.min(entries.size(), from + AT_ONCE));
      JsonNode receipt = api.post(path, Json.mapper().valueToTree(some));
      written += receipt.path("written").asInt();
    }
    return written + " entries put into force, " + (entries.size() - written) + " were already so";
  }
}
