package org.tocsin.service.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One way to sign in: a file of users, one token of the settings, an OpenID Connect issuer. */
interface SignIn {
  /**
   * Somebody who showed a good token.
   *
   * @param proof says by which token, without being it; a session ends when it no longer holds
   * @param until when the token ends
   */
  record Identity(Caller caller, String proof, Instant until) {}

  /**
   * Looks at a token.
   *
   * @return null where it is none of this way's
   */
  @Nullable Identity check(String token, Instant now);

  /**
   * Looks at a session that was opened earlier.
   *
   * @return who it is now, with the role as it is now; null where this way no longer knows the
   *     proof
   */
  @Nullable Caller recall(Caller before, String proof, Instant now);
}
