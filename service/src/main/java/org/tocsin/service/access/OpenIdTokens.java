package org.tocsin.service.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.javalin.http.HttpResponseException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens of an OpenID Connect issuer: JSON Web Tokens that it signed for us (RFC 7519), and that
 * say who somebody is and, in a claim of the operator's choice, in which roles.
 */
final class OpenIdTokens implements SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdTokens.class);
  private static final String PROOF = "issuer";

  /** Only signatures by a key pair: a shared secret would let every client make tokens. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_SUBJECT = 255;

  private final Complaint outages = new Complaint();
  private final Complaint refusals = new Complaint();
  private final Terms terms;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * What is asked of a token.
   *
   * @param audience that it must be made for
   * @param nameClaim where the name stands; the subject where it is not there
   * @param roleClaim where the roles stand, with dots into objects: {@code realm_access.roles}
   * @param roles what the values there mean
   */
  record Terms(
      String issuer, String audience, String nameClaim, String roleClaim, Map<String, Role> roles) {
    Terms {
      roles = Map.copyOf(roles);
    }
  }

  OpenIdTokens(Terms terms, IssuerKeys keys) {
    this.terms = terms;
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            terms.audience(),
            new JWTClaimsSet.Builder().issuer(terms.issuer()).build(),
            Set.of("sub", "exp")));
  }

  @Override
  public @Nullable Identity check(String token, Instant now) {
    if (token.chars().filter(c -> c == '.').count() != 2) {
      return null;
    }
    try {
      JWTClaimsSet claims = processor.process(token, null);
      String subject = terms.issuer() + " " + plain(claims.getSubject(), LONGEST_SUBJECT);
      Caller caller = new Caller(name(claims), roles(claims), null, subject, true);
      return new Identity(caller, PROOF, claims.getExpirationTime().toInstant());
    } catch (RateLimitReachedException e) {
      return null; // signed by a key that the issuer did not have a moment ago, as anybody can
    } catch (KeySourceException e) {
      if (outages.due(now)) {
        LOG.error("The keys of {} cannot be read: {}", terms.issuer(), e.getMessage());
      }
      throw new HttpResponseException(
          503, "the keys of the issuer of this token cannot be read now");
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      if (refusals.due(now)) {
        LOG.info("A token that may be of {} was refused: {}", terms.issuer(), e.getMessage());
      }
      return null;
    }
  }

  /** Once a minute at most: anybody may make us write a line. */
  private static final class Complaint {
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    boolean due(Instant now) {
      Instant before = Objects.requireNonNull(last.get());
      return !now.isBefore(before.plus(BETWEEN)) && last.compareAndSet(before, now);
    }
  }

  /** The issuer withdraws nothing it has signed; a session ends with the token that opened it. */
  @Override
  public @Nullable Caller recall(Caller before, String proof, Instant now) {
    return proof.equals(PROOF) ? before : null;
  }

  private String name(JWTClaimsSet claims) throws ParseException {
    String claimed = claims.getStringClaim(terms.nameClaim());
    String name = claimed == null ? "" : plain(claimed, LONGEST_NAME);
    String known = name.isEmpty() ? plain(claims.getSubject(), LONGEST_NAME) : name;
    if (known.isEmpty()) {
      throw new IllegalArgumentException("the token names nobody");
    }
    return known;
  }

  /** People may choose what stands there: one line, and no longer than other names. */
  private static String plain(String claimed, int longest) {
    String line = claimed.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
    return line.substring(0, Math.min(longest, line.length()));
  }

  private Set<Role> roles(JWTClaimsSet claims) {
    Set<Role> roles =
        values(claims.toJSONObject(), terms.roleClaim()).stream()
            .map(terms.roles()::get)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(
          "none of the values of " + terms.roleClaim() + " stands for a role");
    }
    return roles;
  }

  private static List<String> values(Map<String, Object> claims, String path) {
    Object at = claims.get(path);
    int dot = path.indexOf('.');
    if (at == null && dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
      Map<String, Object> below = new java.util.HashMap<>();
      inner.forEach((key, value) -> below.put(String.valueOf(key), value));
      return values(below, path.substring(dot + 1));
    }
    List<String> values = new ArrayList<>();
    if (at instanceof Collection<?> many) {
      many.forEach(value -> values.add(String.valueOf(value)));
    } else if (at != null) {
      values.addAll(List.of(String.valueOf(at).split("[ ,]+")));
    }
    return values;
  }
}
