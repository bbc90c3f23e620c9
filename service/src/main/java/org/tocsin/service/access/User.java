package org.tocsin.service.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the file of users.
 *
 * @param token the digest of the token
 * @param expires when it ends; null for never
 */
record User(
    String name, Role role, Digest token, @Nullable String desk, @Nullable Instant expires) {
  User {
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,63}")) {
      throw new IllegalArgumentException(
          "a name has 1 to 64 letters, digits, blanks and . _ @ -, and begins with a letter");
    }
  }

  boolean inForce(Instant now) {
    return expires == null || now.isBefore(expires);
  }

  SignIn.Identity identity() {
    return new SignIn.Identity(
        caller(), Sessions.proof(token), expires == null ? Instant.MAX : expires);
  }

  Caller caller() {
    return Caller.of(name, role, desk);
  }
}
