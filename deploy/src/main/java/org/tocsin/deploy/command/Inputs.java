package org.tocsin.deploy.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Origin;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.service.OperatorException;

/** Reads what a command is given: files by name, or JSON lines on standard input. */
final class Inputs {
  private static final String STANDARD_INPUT = "standard input";

  private final ArticleReader reader;

  Inputs(ArticleReader reader) {
    this.reader = reader;
  }

  /**
   * Reads everything in order.
   *
   * @throws OperatorException where a file is missing, before anything is read
   */
  void read(List<Path> files, InputStream otherwise, Consumer<Parsed> sink) {
    if (files.isEmpty()) {
      reader.readJsonLines(otherwise, Origin.of(STANDARD_INPUT), sink);
      return;
    }
    requireFiles(files);
    for (Path file : files) {
      try {
        reader.read(file, sink);
      } catch (IOException e) {
        throw new OperatorException(
            "cannot read " + file + ": " + e.getMessage(), "Check its permissions.", e);
      }
    }
  }

  /** Finds missing files before any work is done. */
  static void requireFiles(List<Path> files) {
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        throw new OperatorException(file + " is a folder", "Name the files in it.");
      }
      if (!Files.isReadable(file)) {
        throw new OperatorException("there is no readable file " + file, "Check the name.");
      }
    }
  }
}
