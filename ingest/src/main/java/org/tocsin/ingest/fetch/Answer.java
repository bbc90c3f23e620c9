package org.tocsin.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param address after all redirects
 * @param moved where only permanent redirects led; null where there were none
 * @param type as declared: {@code text/html; charset=utf-8}
 * @param body without compression; null where the known version is still the current one
 */
public record Answer(
    URI address,
    @Nullable URI moved,
    @Nullable String type,
    byte @Nullable [] body,
    Validators validators) {
  /** The body as a stream; empty where nothing changed. */
  public InputStream stream() {
    return new ByteArrayInputStream(body == null ? new byte[0] : body);
  }

  /** What a server said about a version, to be said back. */
  public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
  }
}
