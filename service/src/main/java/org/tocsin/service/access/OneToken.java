package org.tocsin.service.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one token of a setting such as {@code alert.api.token}. */
record OneToken(Caller caller, Digest digest) implements SignIn {
  OneToken(String name, Role role, String token) {
    this(Caller.of(name, role, null), Digest.of(token));
  }

  @Override
  public @Nullable Identity check(String token, Instant now) {
    byte[] shown = Digest.of(token).hex().getBytes(StandardCharsets.US_ASCII);
    boolean same = MessageDigest.isEqual(shown, digest.hex().getBytes(StandardCharsets.US_ASCII));
    return same ? new Identity(caller, Sessions.proof(digest), Instant.MAX) : null;
  }

  @Override
  public @Nullable Caller recall(Caller before, String proof, Instant now) {
    return proof.equals(Sessions.proof(digest)) ? caller : null;
  }
}
