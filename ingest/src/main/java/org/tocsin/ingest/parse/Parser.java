package org.tocsin.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads one kind of document. Articles and rejections go to the sink in document order. What the
 * document says never makes it throw; only a stream that breaks or grows beyond the limits does.
 */
@FunctionalInterface
interface Parser {
  void parse(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException;
}
