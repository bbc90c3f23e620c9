package org.tocsin.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody made over HTTP, or tried to: the value of {@code audit}, keyed by who. It
 * holds no body, no header and no parameter of the request, and so no secret.
 *
 * @param who name of the person or program; {@code local} where nobody signs in
 * @param role {@code reader}, {@code editor}, {@code operator} or {@code pusher}, as it was then;
 *     several with commas in between
 * @param service that was asked: {@code ingest}, {@code enrich}, {@code alert}
 * @param status how it ended, as in HTTP: 403 where the role was not enough
 * @param what was changed, in words; null where the path says it
 * @param subject who an issuer says it was, by what nobody can choose; null for tokens of our own
 */
public record AuditEntry(
    Instant time,
    String who,
    String role,
    String service,
    String method,
    String path,
    int status,
    @Nullable String what,
    @Nullable String subject) {
  public AuditEntry {
    Checks.notBlank(who, "who");
    Checks.notBlank(method, "method");
    Checks.notBlank(path, "path");
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("not a status of HTTP: " + status);
    }
  }
}
