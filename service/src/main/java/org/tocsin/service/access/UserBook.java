package org.tocsin.service.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.service.OperatorException;

/**
 * The users of a file, read again within a second of its change. A file that cannot be read then
 * leaves everything as it was, and the log says why: a slip of the pen locks nobody out.
 */
final class UserBook implements SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(UserBook.class);
  private static final long LOOK_EVERY_NANOS = 1_000_000_000L;

  private final Path file;
  private volatile Map<Digest, User> users;
  private String state;
  private long lookedAt;

  /**
   * Reads the file.
   *
   * @throws OperatorException where it is not in order
   */
  UserBook(Path file) {
    this.file = file;
    this.state = state(file);
    this.users = byToken(UserFile.read(file));
    this.lookedAt = System.nanoTime();
  }

  private static Map<Digest, User> byToken(List<User> users) {
    Map<Digest, User> found = new HashMap<>();
    users.forEach(user -> found.put(user.token(), user));
    return Map.copyOf(found);
  }

  @Override
  public @Nullable Identity check(String token, Instant now) {
    refresh();
    User user = users.get(Digest.of(token));
    return user == null || !user.inForce(now) ? null : user.identity();
  }

  @Override
  public @Nullable Caller recall(Caller before, String proof, Instant now) {
    refresh();
    for (User user : users.values()) {
      if (user.name().equals(before.name()) && user.inForce(now)) {
        return Sessions.proof(user.token()).equals(proof) ? user.caller() : null;
      }
    }
    return null;
  }

  private synchronized void refresh() {
    if (System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) {
      return;
    }
    lookedAt = System.nanoTime();
    String found = state(file);
    if (found.equals(state)) {
      return;
    }
    state = found;
    try {
      users = byToken(UserFile.read(file));
      LOG.info("{} was read again: {} users", file, users.size());
    } catch (OperatorException e) {
      LOG.error("The users stay as they were: {} {}", e.getMessage(), e.remedy());
    }
  }

  /** What changes when somebody writes the file, or puts another in its place. */
  private static String state(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
