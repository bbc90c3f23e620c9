package org.tocsin.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * A text file is one article without a title. The text is the file's, to the last blank, so that
 * offsets count in the text as handed in; the id is the file's name.
 */
final class PlainTextParser implements Parser {
  private final Limits limits;

  PlainTextParser(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void parse(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    byte[] bytes = BoundedBytes.read(in, limits.documentBytes());
    String text = TextDecoder.decode(bytes, origin.contentType()).value();
    sink.accept(
        new ArticleDraft(
            origin.stem(), origin.url(), origin.source(), null, text, null, null, origin.name()));
  }
}
