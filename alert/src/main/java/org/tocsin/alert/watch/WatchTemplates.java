package org.tocsin.alert.watch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tocsin.contract.Json;
import org.tocsin.contract.Watch;
import org.tocsin.service.YamlFile;

/** Queries for common beats, to begin a watch with: the file {@code watch-templates.yaml}. */
public final class WatchTemplates {
  private static final String FILE = "watch-templates.yaml";

  private WatchTemplates() {}

  /**
   * A beat.
   *
   * @param about what it finds and what it leaves out
   */
  public record Template(
      String id, String name, String about, Watch.Severity severity, String query) {}

  /** All of them. */
  public static List<Template> all() {
    try (InputStream in =
        Objects.requireNonNull(WatchTemplates.class.getResourceAsStream(FILE), FILE)) {
      JsonNode root = new YamlFile("file of templates", 1 << 20, "Build again.").read(in, FILE);
      return Json.mapper().convertValue(root, new TypeReference<List<Template>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of them. */
  public static Optional<Template> find(String id) {
    return all().stream().filter(template -> template.id().equals(id)).findFirst();
  }
}
