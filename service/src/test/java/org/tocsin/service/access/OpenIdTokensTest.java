package org.tocsin.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.service.OperatorException;

class OpenIdTokensTest {
  private static final RSAKey KEY = key("one");
  private static final RSAKey NEXT = key("two");

  private final Instant now = Instant.now();
  private final AtomicInteger fetched = new AtomicInteger();
  private volatile List<RSAKey> published = List.of(KEY);
  private HttpServer issuer;
  private String address;
  private OpenIdTokens tokens;

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = "http://localhost:" + issuer.getAddress().getPort();
    String description = "{\"issuer\":\"" + address + "\",\"jwks_uri\":\"" + address + "/keys\"}";
    serve("/.well-known/openid-configuration", unused -> description);
    serve(
        "/keys",
        unused -> {
          fetched.incrementAndGet();
          return new JWKSet(List.copyOf(published)).toString(true);
        });
    issuer.start();
    tokens = tokens("");
  }

  private void serve(String path, UnaryOperator<String> content) {
    issuer.createContext(
        path,
        exchange -> {
          byte[] body = content.apply("").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private OpenIdTokens tokens(String keys) {
    return new OpenIdTokens(
        new OpenIdTokens.Terms(
            address,
            "newsroom",
            "preferred_username",
            "realm_access.roles",
            Map.of(
                "desk-editors", Role.EDITOR, "desk-readers", Role.READER, "agencies", Role.PUSHER)),
        new IssuerKeys(address, keys));
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(address)
        .audience(List.of("mail", "newsroom"))
        .subject("f3a1")
        .claim("preferred_username", "ines")
        .claim("realm_access", Map.of("roles", List.of("desk-readers", "desk-editors", "other")))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private SignIn.@Nullable Identity check(JWTClaimsSet.Builder claims) throws JOSEException {
    return tokens.check(signed(claims.build(), KEY), now);
  }

  @Test
  void knowsWhoTheIssuerSpeaksOf() throws Exception {
    SignIn.Identity identity = Objects.requireNonNull(check(claims()));
    assertThat(identity.caller()).isEqualTo(caller("ines", Role.READER, Role.EDITOR));
    assertThat(identity.until()).isBetween(now.plusSeconds(299), now.plusSeconds(300));
    check(claims());
    assertThat(fetched).hasValue(1);
  }

  private Caller caller(String name, Role... roles) {
    return new Caller(name, Set.of(roles), null, address + " f3a1", true);
  }

  @Test
  void givesEveryRightOfSeveralRoles() throws Exception {
    Map<String, List<String>> both = Map.of("roles", List.of("agencies", "desk-readers"));
    Caller caller = Objects.requireNonNull(check(claims().claim("realm_access", both))).caller();
    assertThat(caller.mayUse(List.of(Role.PUSHER))).isTrue();
    assertThat(caller.mayUse(List.of(Role.READER))).isTrue();
    assertThat(caller.mayUse(List.of(Role.EDITOR, Role.OPERATOR))).isFalse();
    assertThat(caller.rights()).isEqualTo("pusher, reader");
    Sessions sessions = new Sessions("");
    String cookie = sessions.open(new SignIn.Identity(caller, "issuer", now.plusSeconds(9)), now);
    assertThat(Objects.requireNonNull(sessions.read(cookie, now)).caller()).isEqualTo(caller);
  }

  @Test
  void takesANameOfOneLineAndSaysWhoItIsBesides() throws Exception {
    JWTClaimsSet.Builder forged =
        claims().claim("preferred_username", "ines\r\nWARN olav\u2028 " + "x".repeat(100));
    Caller caller = Objects.requireNonNull(check(forged)).caller();
    assertThat(caller.name()).startsWith("ines WARN olav x").hasSize(64);
    assertThat(caller.subject()).isEqualTo(address + " f3a1");
    assertThat(Objects.requireNonNull(check(claims().claim("preferred_username", "\n"))).caller())
        .isEqualTo(caller("f3a1", Role.READER, Role.EDITOR));
  }

  @Test
  void readsTheKeysWhereTheSettingNamesThem() throws Exception {
    tokens = tokens(address + "/keys");
    assertThat(check(claims())).isNotNull();
  }

  @Test
  void fetchesTheKeysAgainWhenTheIssuerChangedThem() throws Exception {
    assertThat(check(claims())).isNotNull();
    published = List.of(KEY, NEXT);
    assertThat(tokens.check(signed(claims().build(), NEXT), now)).isNotNull();
    assertThat(fetched).hasValue(2);
  }

  @Test
  void refusesWhatIsNotForUsOrOver() throws Exception {
    assertThat(check(claims().audience("mail"))).isNull();
    assertThat(check(claims().issuer("https://elsewhere.example"))).isNull();
    assertThat(check(claims().expirationTime(Date.from(now.minusSeconds(120))))).isNull();
    assertThat(check(claims().expirationTime(null))).isNull();
    assertThat(check(claims().notBeforeTime(Date.from(now.plusSeconds(200))))).isNull();
    assertThat(check(claims().claim("realm_access", Map.of("roles", List.of("other"))))).isNull();
  }

  @Test
  void refusesWhatTheIssuerDidNotSign() throws Exception {
    assertThat(tokens.check(signed(claims().build(), NEXT), now)).isNull();
    RSAKey forged = new RSAKey.Builder(NEXT).keyID(KEY.getKeyID()).build();
    assertThat(tokens.check(signed(claims().build(), forged), now)).isNull();
    assertThat(tokens.check(new PlainJWT(claims().build()).serialize(), now)).isNull();
    SignedJWT shared =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build(),
            claims().build());
    shared.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
    assertThat(tokens.check(shared.serialize(), now)).isNull();
    assertThat(tokens.check("not.a.token", now)).isNull();
    assertThat(tokens.check("tocsin_something", now)).isNull();
  }

  @Test
  void saysThatItCannotKnowWhileTheIssuerIsAway() throws Exception {
    String token = signed(claims().build(), KEY);
    issuer.stop(0);
    assertThatThrownBy(() -> tokens.check(token, now))
        .isInstanceOf(HttpResponseException.class)
        .hasMessageContaining("cannot be read now")
        .message()
        .doesNotContain(token);
  }

  @Test
  void takesATokenOfAnUnknownKeyForAWrongOneHoweverManyCome() throws Exception {
    assertThat(check(claims())).isNotNull();
    for (int i = 0; i < 20; i++) {
      RSAKey made = new RSAKey.Builder(NEXT).keyID("made-up-" + i).build();
      assertThat(tokens.check(signed(claims().build(), made), now)).isNull();
    }
    assertThat(fetched.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void asksAnIssuerThatIsAwayOnceForManyTokens() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    serve(
        "/away/.well-known/openid-configuration",
        unused -> "{\"issuer\":\"somebody else\",\"asked\":" + asked.incrementAndGet() + "}");
    address += "/away";
    tokens = tokens("");
    String token = signed(claims().build(), KEY);
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> tokens.check(token, now)).isInstanceOf(HttpResponseException.class);
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void takesNoKeysOverAnOpenLine() {
    assertThatThrownBy(() -> new IssuerKeys("http://issuer.example", ""))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("https");
  }
}
