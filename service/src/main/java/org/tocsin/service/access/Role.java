package org.tocsin.service.access;

import io.javalin.security.RouteRole;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What somebody may do, and what an endpoint wants of its callers. */
public enum Role implements RouteRole {
  /** Of endpoints only: they are open, also to those who have not signed in. */
  ANYONE,
  /** Sends articles and does nothing else: for programs. */
  PUSHER,
  /** Reads everything but the audit. */
  READER,
  /** Reads, and changes what a desk works with: watches, the states of alerts. */
  EDITOR,
  /** Everything. */
  OPERATOR;

  /** The name in files, tokens and answers: {@code editor}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody in this role may use an endpoint that wants the other. */
  boolean covers(Role wanted) {
    return wanted == ANYONE || rights().contains(wanted);
  }

  private Set<Role> rights() {
    return switch (this) {
      case ANYONE -> Set.of();
      case PUSHER -> Set.of(PUSHER);
      case READER -> Set.of(READER);
      case EDITOR -> Set.of(READER, EDITOR);
      case OPERATOR -> Set.of(PUSHER, READER, EDITOR, OPERATOR);
    };
  }

  /**
   * The role of a name.
   *
   * @throws IllegalArgumentException with the roles that there are
   */
  public static Role parse(String label) {
    return Arrays.stream(values())
        .filter(role -> role != ANYONE && role.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + label + "' is no role; there are pusher, reader, editor and operator"));
  }
}
