package org.tocsin.service.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Proxies;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;

/** The settings of who may do what; they hold for every service. */
public final class AccessSettings {
  public static final Setting<String> USERS =
      Setting.text(
          "access.users.file",
          "",
          "YAML file of the people and programs that may sign in, with their roles; 'deploy/tocsin"
              + " user new NAME' prints a line for it. Read again when it changes. Empty for none.");

  public static final Setting<String> SESSION_KEY =
      new Setting<>(
          "access.session.key",
          "",
          "secret",
          "Signs the sessions of the page; the same on all instances, 32 random characters at"
              + " least. Empty: one of its own for each process, so that people sign in again after"
              + " a restart.",
          true,
          AccessSettings::sessionKey);

  public static final Setting<Proxies> PROXIES =
      new Setting<>(
          "access.proxies",
          "",
          "comma-separated list",
          "Addresses and networks of the proxies in front of us, such as 10.0.0.0/8: their"
              + " X-Forwarded-For and X-Forwarded-Host are believed, nobody else's are. Empty for"
              + " none.",
          false,
          AccessSettings::proxies);

  public static final Setting<String> ISSUER =
      Setting.text(
          "access.oidc.issuer",
          "",
          "OpenID Connect issuer whose bearer tokens are taken, as it stands in them. Empty for"
              + " none.");

  public static final Setting<String> AUDIENCE =
      Setting.text(
          "access.oidc.audience", "tocsin", "For whom the issuer's tokens must have been made.");

  public static final Setting<String> KEYS =
      Setting.text(
          "access.oidc.keys",
          "",
          "Address of the issuer's keys (JWKS); empty for the one that the issuer names itself.");

  public static final Setting<String> NAME_CLAIM =
      Setting.text(
          "access.oidc.claim.name",
          "preferred_username",
          "Claim with the name; where a token has none, its subject.");

  public static final Setting<String> ROLE_CLAIM =
      Setting.text(
          "access.oidc.claim.role",
          "roles",
          "Claim with the roles, dots leading into objects: realm_access.roles.");

  public static final Setting<List<String>> ROLES =
      Setting.list(
          "access.oidc.roles",
          "reader=reader,editor=editor,operator=operator,pusher=pusher",
          "What the values of that claim stand for, VALUE=ROLE.");

  /** Whoever has a cookie can try keys on it at home. */
  private static final int SHORTEST_KEY = 32;

  private AccessSettings() {}

  private static String sessionKey(String written) {
    if (!written.isEmpty() && written.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "shorter than " + SHORTEST_KEY + " characters; 'openssl rand -hex 32' makes one");
    }
    return written;
  }

  private static Proxies proxies(String written) {
    return Proxies.of(
        Arrays.stream(written.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  /** All settings declared here. */
  public static List<Setting<?>> all() {
    return List.of(
        USERS, SESSION_KEY, PROXIES, ISSUER, AUDIENCE, KEYS, NAME_CLAIM, ROLE_CLAIM, ROLES);
  }

  /**
   * The ways to sign in that these settings open.
   *
   * @throws org.tocsin.service.OperatorException where one cannot be
   */
  static List<SignIn> ways(Settings settings) {
    List<SignIn> ways = new ArrayList<>();
    String users = settings.get(USERS);
    if (!users.isEmpty()) {
      ways.add(new UserBook(Path.of(users)));
    }
    String issuer = settings.get(ISSUER);
    if (!issuer.isEmpty()) {
      OpenIdTokens.Terms terms =
          new OpenIdTokens.Terms(
              issuer,
              settings.get(AUDIENCE),
              settings.get(NAME_CLAIM),
              settings.get(ROLE_CLAIM),
              roles(settings.get(ROLES)));
      ways.add(new OpenIdTokens(terms, new IssuerKeys(issuer, settings.get(KEYS))));
    }
    return ways;
  }

  private static Map<String, Role> roles(List<String> written) {
    Map<String, Role> roles = new HashMap<>();
    for (String pair : written) {
      int equals = pair.lastIndexOf('=');
      if (equals < 1) {
        throw new OperatorException(
            "setting access.oidc.roles: '" + pair + "' is not VALUE=ROLE",
            "Write such as newsroom=editor.");
      }
      roles.put(pair.substring(0, equals).strip(), role(pair.substring(equals + 1).strip()));
    }
    return roles;
  }

  private static Role role(String written) {
    try {
      return Role.parse(written);
    } catch (IllegalArgumentException e) {
      throw new OperatorException(
          "setting access.oidc.roles: " + e.getMessage(), "Write such as newsroom=editor.", e);
    }
  }
}
