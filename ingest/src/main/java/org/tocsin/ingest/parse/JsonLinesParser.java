package org.tocsin.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.tocsin.contract.Json;

/**
 * JSON lines: one article a line, in any number. A line that cannot be read is a rejection with its
 * number and its bytes, and the rest goes on; empty lines are nothing.
 */
final class JsonLinesParser implements Parser {
  /** What stands behind the first value of a line is a fault: it would vanish. */
  private static final ObjectReader WHOLE =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Limits limits;

  JsonLinesParser(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void parse(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    ByteLines lines = new ByteLines(in, limits.documentBytes());
    for (int number = 1; lines.next(); number++) {
      String place = "line " + number;
      if (lines.cut()) {
        String reason = "over the limit of " + limits.documentBytes() + " bytes";
        sink.accept(Rejection.of(origin.name(), place, reason));
      } else {
        line(lines.bytes(), origin, place, sink);
      }
    }
  }

  private static void line(byte[] bytes, Origin origin, String place, Consumer<Parsed> sink) {
    String text = TextDecoder.decode(bytes, null).value();
    if (text.isBlank()) {
      return;
    }
    try {
      sink.accept(JsonArticle.read(WHOLE.readTree(text), origin, place));
    } catch (JsonProcessingException e) {
      sink.accept(new Rejection(origin.name(), place, JsonFault.inLine(e), bytes));
    }
  }
}
