package org.tocsin.service.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of the page, for twelve hours: who signed in and by what, signed, in a cookie. Any
 * instance with the same key reads it; nothing is kept but the ids of sessions that were ended,
 * here or, as the audit tells, elsewhere. A session is no more than the token that opened it: it
 * ends when that is withdrawn or expires.
 */
final class Sessions {
  static final Duration LONGEST = Duration.ofHours(12);

  private static final int KEY_BYTES = 32;
  private static final int ENDED_KEPT = 10_000;
  private static final int PROOF_DIGITS = 32;

  private final byte[] key;
  private final Set<String> ended =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > ENDED_KEPT;
                }
              }));

  /** A session as its cookie says it, before anybody asked whether its token still holds. */
  record Session(String id, Caller caller, String proof) {}

  /**
   * Sessions under a key.
   *
   * @param secret shared by all instances; empty for a key that lives as long as this process
   */
  Sessions(String secret) {
    key = secret.isEmpty() ? new byte[KEY_BYTES] : keyOf(secret);
    if (secret.isEmpty()) {
      new SecureRandom().nextBytes(key);
    }
  }

  private static byte[] keyOf(String secret) {
    return java.util.HexFormat.of().parseHex(Digest.of("tocsin session " + secret).hex());
  }

  /**
   * What a session says of the token that opened it: a digest of its digest, of no use elsewhere.
   */
  static String proof(Digest token) {
    return "token " + Digest.of("tocsin proof " + token.hex()).hex().substring(0, PROOF_DIGITS);
  }

  /** Writes a session. */
  String open(SignIn.Identity identity, Instant now) {
    Instant end = now.plus(LONGEST);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .subject(identity.caller().name())
            .claim("roles", identity.caller().roles().stream().map(Role::label).toList())
            .claim("desk", identity.caller().desk())
            .claim("person", identity.caller().subject())
            .claim("proof", identity.proof())
            .expirationTime(Date.from(identity.until().isBefore(end) ? identity.until() : end))
            .build();
    SignedJWT session = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      session.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
    return session.serialize();
  }

  /** Reads a session; null where it is not ours, or over. */
  @Nullable Session read(String cookie, Instant now) {
    try {
      SignedJWT session = SignedJWT.parse(cookie);
      if (!JWSAlgorithm.HS256.equals(session.getHeader().getAlgorithm())
          || !session.verify(new MACVerifier(key))) {
        return null;
      }
      JWTClaimsSet claims = session.getJWTClaimsSet();
      boolean over = !now.isBefore(claims.getExpirationTime().toInstant());
      return over || ended.contains(claims.getJWTID()) ? null : session(claims);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return null; // whatever a browser sends, it is no session of ours
    }
  }

  private static Session session(JWTClaimsSet claims) throws ParseException {
    List<String> roles = claims.getStringListClaim("roles");
    if (roles == null) {
      throw new ParseException("a session of an earlier version", 0);
    }
    Caller caller =
        new Caller(
            claims.getSubject(),
            roles.stream().map(Role::parse).collect(Collectors.toSet()),
            claims.getStringClaim("desk"),
            claims.getStringClaim("person"),
            true);
    return new Session(claims.getJWTID(), caller, claims.getStringClaim("proof"));
  }

  /** Ends a session, whoever may have copied its cookie. */
  void end(String id) {
    ended.add(id);
  }
}
