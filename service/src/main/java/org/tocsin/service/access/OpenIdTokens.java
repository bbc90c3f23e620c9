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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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

  private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

  private final AtomicReference<Instant> complained = new AtomicReference<>(Instant.EPOCH);
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
      Caller caller = new Caller(name(claims), role(claims), null, true);
      return new Identity(caller, PROOF, claims.getExpirationTime().toInstant());
    } catch (RateLimitReachedException e) {
      return null; // signed by a key that the issuer did not have a moment ago, as anybody can
    } catch (KeySourceException e) {
      complain(e, now);
      throw new HttpResponseException(
          503, "the keys of the issuer of this token cannot be read now");
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      LOG.info("A token that may be of {} was refused: {}", terms.issuer(), e.getMessage());
      return null;
    }
  }

  /** At most once a minute: anybody may make us ask for keys. */
  private void complain(KeySourceException fault, Instant now) {
    Instant last = Objects.requireNonNull(complained.get());
    if (!now.isBefore(last.plus(BETWEEN_COMPLAINTS)) && complained.compareAndSet(last, now)) {
      LOG.error("The keys of {} cannot be read: {}", terms.issuer(), fault.getMessage());
    }
  }

  /** The issuer withdraws nothing it has signed; a session ends with the token that opened it. */
  @Override
  public @Nullable Caller recall(Caller before, String proof, Instant now) {
    return proof.equals(PROOF) ? before : null;
  }

  private String name(JWTClaimsSet claims) throws ParseException {
    String name = claims.getStringClaim(terms.nameClaim());
    return name == null || name.isBlank() ? claims.getSubject() : name;
  }

  /** The most that any of its values stands for. */
  private Role role(JWTClaimsSet claims) {
    Optional<Role> most =
        values(claims.toJSONObject(), terms.roleClaim()).stream()
            .map(terms.roles()::get)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
    return most.orElseThrow(
        () ->
            new IllegalArgumentException(
                "none of the values of " + terms.roleClaim() + " stands for a role"));
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
