package org.tocsin.ingest.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * WARC and ARC archives, read as a stream: each page among the responses is one draft. Responses
 * that are no pages are rejections; requests and notes of the crawler are not inputs at all.
 */
final class ArchiveParser implements Parser {
  private static final int FOUND = 200;
  private static final int MAX_CONVERTED = 4 << 20;

  private final Parser pages;

  /**
   * Reads archives.
   *
   * @param pages reads the body of one response
   */
  ArchiveParser(Parser pages) {
    this.pages = pages;
  }

  @Override
  public void parse(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    try (WarcReader archive = new WarcReader(in)) {
      archive.setLenient(true);
      for (WarcRecord record : archive) {
        if (record instanceof WarcResponse response) {
          response(response, origin, sink);
        } else if (record instanceof WarcConversion text) {
          converted(text, origin, sink);
        }
      }
    } catch (java.io.UncheckedIOException e) {
      throw new IOException("broken archive: " + e.getMessage(), e);
    }
  }

  /** WET: the crawler took the text out of the page already, its first line is the title. */
  private static void converted(WarcConversion record, Origin origin, Consumer<Parsed> sink)
      throws IOException {
    String address = String.valueOf(record.target());
    byte[] bytes = record.body().stream().readNBytes(MAX_CONVERTED);
    String text = TextDecoder.decode(bytes, "text/plain; charset=utf-8").value().strip();
    int end = text.indexOf('\n');
    String title = end < 0 ? null : text.substring(0, end).strip();
    String body = end < 0 ? text : text.substring(end).strip();
    sink.accept(
        new ArticleDraft(null, address, origin.source(), title, body, null, null, origin.name()));
  }

  private void response(WarcResponse response, Origin origin, Consumer<Parsed> sink)
      throws IOException {
    String address = String.valueOf(response.target());
    try {
      HttpResponse http = response.http();
      String type = http.headers().first("Content-Type").orElse("text/html");
      String refused = refusal(http.status(), type);
      if (refused != null) {
        sink.accept(Rejection.of(origin.name(), address, refused));
        return;
      }
      InputStream body = new BufferedInputStream(http.bodyDecoded().stream(), 1 << 15);
      pages.parse(body, origin.at(address, type), sink);
    } catch (IOException e) {
      // Of this record's body; where the archive itself is broken the next record says so.
      sink.accept(Rejection.of(origin.name(), address, "cannot be read: " + e.getMessage()));
    }
  }

  private static @Nullable String refusal(int status, String type) {
    if (status != FOUND) {
      return "answered with status " + status;
    }
    boolean page = type.contains("html") || type.contains("xml");
    return page ? null : "not a page: " + type;
  }
}
