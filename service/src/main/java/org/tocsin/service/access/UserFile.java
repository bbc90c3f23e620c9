package org.tocsin.service.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.OperatorException;
import org.tocsin.service.YamlFile;

/**
 * The file of users: a list in YAML, one line a user. It holds no token, only what it is known by.
 *
 * <pre>
 * - {name: "ines", role: editor, desk: "foreign", sha256: 9f86…0a08, expires: 2027-06-30}
 * </pre>
 */
public final class UserFile {
  private static final YamlFile FILE =
      new YamlFile("file of users", 4 << 20, "Put the path in access.users.file right.");
  private static final Set<String> KEYS = Set.of("name", "role", "desk", "sha256", "expires");
  private static final int TOKEN_BYTES = 32;

  private UserFile() {}

  /**
   * A token that nobody had before, and the line that makes it known.
   *
   * @param token shown once and kept nowhere
   * @param line for the file
   */
  public record Fresh(String token, String line) {
    /** Without the token, so that it ends up in no log. */
    @Override
    public String toString() {
      return line;
    }
  }

  /**
   * Makes a token for a user.
   *
   * @param expires the first day on which it is no longer good, in UTC; null for never
   * @throws IllegalArgumentException where the name cannot be one
   */
  public static Fresh fresh(
      String name, Role role, @Nullable String desk, @Nullable LocalDate expires) {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = "tocsin_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    User user = new User(name, role, Digest.of(token), desk, null);
    StringBuilder line = new StringBuilder("- {name: ").append(quoted(name));
    line.append(", role: ").append(role.label());
    if (desk != null) {
      line.append(", desk: ").append(quoted(desk));
    }
    line.append(", sha256: ").append(user.token().hex());
    if (expires != null) {
      line.append(", expires: ").append(expires);
    }
    return new Fresh(token, line.append('}').toString());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * Reads a file.
   *
   * @throws OperatorException with the user at fault
   */
  static List<User> read(Path file) {
    JsonNode root = FILE.read(file);
    if (root.isMissingNode()) {
      return List.of();
    }
    if (!root.isArray()) {
      throw new OperatorException(
          file + " is not a list of users", "'deploy/tocsin user new NAME' prints a line for it.");
    }
    List<User> users = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<Digest> tokens = new HashSet<>();
    for (JsonNode node : root) {
      String where = file + ", user " + (users.size() + 1);
      User user = user(node, where);
      if (!names.add(user.name()) || !tokens.add(user.token())) {
        throw new OperatorException(
            where + ": the name or the token stands there twice",
            "Give each user a name and a token of their own.");
      }
      users.add(user);
    }
    return List.copyOf(users);
  }

  private static User user(JsonNode node, String where) {
    try {
      node.fieldNames()
          .forEachRemaining(
              key -> {
                if (!KEYS.contains(key)) {
                  throw new IllegalArgumentException("there is no '" + key + "' of a user");
                }
              });
      return new User(
          node.path("name").asText(""),
          Role.parse(node.path("role").asText("")),
          new Digest(node.path("sha256").asText("")),
          node.hasNonNull("desk") ? node.get("desk").asText() : null,
          node.hasNonNull("expires") ? day(node.get("expires").asText()) : null);
    } catch (IllegalArgumentException e) {
      throw new OperatorException(
          where + ": " + e.getMessage(), "'deploy/tocsin user new NAME' prints a line for it.", e);
    }
  }

  private static Instant day(String written) {
    try {
      return LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expires is a day such as 2027-06-30", e);
    }
  }
}
