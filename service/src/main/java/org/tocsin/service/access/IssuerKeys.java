package org.tocsin.service.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;

/**
 * The keys with which an issuer signs: found by its own description (OpenID Connect Discovery 1.0)
 * unless a setting names them, fetched when a token first comes, kept for five minutes, and fetched
 * at most twice a minute for keys that nobody knows. One asks at a time until the issuer has
 * answered; whoever comes meanwhile is told so at once.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int MOST_BYTES = 1 << 20;

  /** An issuer that was not reached is left alone so long, or every token would wait for it. */
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final List<String> OURSELVES = List.of("localhost", "127.0.0.1", "[::1]");

  private final DefaultResourceRetriever web =
      new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);
  private final String issuer;
  private final String named;

  /** Held by the one who asks an issuer that was not reached last; nobody waits for it. */
  private final ReentrantLock asking = new ReentrantLock();

  private volatile @Nullable JWKSource<SecurityContext> keys;
  private volatile boolean reached;
  private volatile long failed = System.nanoTime() - PAUSE_NANOS;

  /**
   * Keys that are not yet fetched.
   *
   * @param named where they are; empty to ask the issuer
   * @throws OperatorException where an address is not safe to trust keys from
   */
  IssuerKeys(String issuer, String named) {
    this.issuer = issuer;
    this.named = named;
    address(issuer);
    if (!named.isEmpty()) {
      address(named);
    }
  }

  /** Keys that came over an open line are anybody's, unless the line ends on this machine. */
  private static URL address(String written) {
    try {
      URI uri = URI.create(written);
      boolean ours = "http".equals(uri.getScheme()) && OURSELVES.contains(uri.getHost());
      if (ours || "https".equals(uri.getScheme())) {
        return uri.toURL();
      }
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw notSafe(written, e);
    }
    throw notSafe(written, null);
  }

  private static OperatorException notSafe(String written, @Nullable Exception cause) {
    String message = "'" + written + "' is not the https address of an issuer";
    String remedy = "Put access.oidc.issuer and access.oidc.keys right.";
    return cause == null
        ? new OperatorException(message, remedy)
        : new OperatorException(message, remedy, cause);
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    if (reached) {
      return fetched(selector, context);
    }
    if (System.nanoTime() - failed < PAUSE_NANOS || !asking.tryLock()) {
      throw new RemoteKeySourceException("the issuer could not be reached a moment ago", null);
    }
    try {
      return fetched(selector, context);
    } finally {
      asking.unlock();
    }
  }

  private List<JWK> fetched(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      List<JWK> found = found().get(selector, context);
      reached = true;
      return found;
    } catch (RateLimitReachedException e) {
      throw e; // the issuer was reached, and did not have the key
    } catch (KeySourceException e) {
      failed = System.nanoTime();
      reached = false;
      throw e;
    }
  }

  private JWKSource<SecurityContext> found() throws KeySourceException {
    JWKSource<SecurityContext> known = keys;
    if (known == null) {
      URL address = named.isEmpty() ? discovered() : address(named);
      known = JWKSourceBuilder.<SecurityContext>create(address, web).retrying(true).build();
      keys = known;
    }
    return known;
  }

  private URL discovered() throws KeySourceException {
    String description = issuer.replaceAll("/$", "") + "/.well-known/openid-configuration";
    try {
      String said = web.retrieveResource(address(description)).getContent();
      var root = Json.mapper().readTree(said);
      if (!root.path("issuer").asText().equals(issuer)) {
        throw new RemoteKeySourceException(description + " speaks of another issuer", null);
      }
      return address(root.path("jwks_uri").asText());
    } catch (IOException | OperatorException e) {
      throw new RemoteKeySourceException(description + ": " + e.getMessage(), e);
    }
  }
}
