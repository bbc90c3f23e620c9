package org.tocsin.ingest.push;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Origin;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;

/**
 * A body of JSON, read to its end before anything of it is published: its sender is there and can
 * put a fault right, so that none of it becomes a dead letter.
 *
 * @param fault where and why the body cannot be read; null where it can
 */
record JsonBody(List<Parsed> inputs, @Nullable String fault) {

  static JsonBody read(ArticleReader reader, InputStream body, Origin origin) {
    List<Parsed> inputs = new ArrayList<>();
    reader.readJson(body, origin, inputs::add);
    for (Parsed parsed : inputs) {
      if (parsed instanceof Rejection rejection && rejection.unreadable()) {
        return new JsonBody(List.of(), rejection.reason());
      }
    }
    return new JsonBody(inputs, null);
  }
}
