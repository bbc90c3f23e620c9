package org.tocsin.ingest.parse;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes come from and what was said about them: a file as named on the command line, or a
 * feed with its address and its content type.
 *
 * @param name the file, feed or client; goes into the article's {@code origin}
 * @param url the address the bytes were fetched from; relative links are resolved against it
 * @param contentType as the sender declared it: {@code text/html; charset=utf-8}
 * @param source name of the configured source, which then is the article's source
 */
public record Origin(
    String name, @Nullable String url, @Nullable String contentType, @Nullable String source) {

  /** A file or a client of which only the name is known. */
  public static Origin of(String name) {
    return new Origin(name, null, null, null);
  }

  /** The same origin, at an address inside it: a page in an archive. */
  public Origin at(String address, @Nullable String type) {
    return new Origin(name, address, type, source);
  }

  /** The file name without folders, {@code .gz} and extension: {@code in/story.txt} is story. */
  public String stem() {
    String file = fileName();
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  /** The extension in lower case without {@code .gz}; empty where there is none. */
  public String extension() {
    String file = fileName();
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private String fileName() {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return file.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? file.substring(0, file.length() - ".gz".length())
        : file;
  }
}
