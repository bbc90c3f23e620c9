package org.tocsin.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.tocsin.contract.Json;

/**
 * A service's API in OpenAPI 3.1: its own {@code openapi.yaml}, what all servers have in common,
 * and the JSON Schemas of the records that it shows. In the files {@code $ref: contract:alert}
 * stands for the schema of that name.
 */
public final class OpenApi {
  private static final String PATH = "/api/openapi.json";
  private static final String CONTRACT = "contract:";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final int MOST_BYTES = 1 << 20;
  private static final YamlFile FILE =
      new YamlFile("description of an API", MOST_BYTES, "It belongs to the program.");

  private final ObjectNode document;

  private OpenApi(ObjectNode document) {
    this.document = document;
  }

  /**
   * Reads a service's description.
   *
   * @param service beside which {@code openapi.yaml} lies
   */
  public static OpenApi of(Class<?> service) {
    ObjectNode document = read(service, "openapi.yaml");
    ObjectNode common = read(OpenApi.class, "openapi-common.yaml");
    document.withObject("/paths").setAll((ObjectNode) common.path("paths"));
    common
        .path("components")
        .properties()
        .forEach(
            kind ->
                document
                    .withObject("/components/" + kind.getKey())
                    .setAll((ObjectNode) kind.getValue()));
    document.set(
        "security",
        Json.mapper()
            .valueToTree(
                List.of(scheme("token"), scheme("key"), scheme("session"), scheme("password"))));
    OpenApi api = new OpenApi(document);
    api.resolve(document);
    return api;
  }

  private static ObjectNode scheme(String name) {
    ObjectNode scheme = Json.mapper().createObjectNode();
    scheme.putArray(name);
    return scheme;
  }

  private static ObjectNode read(Class<?> beside, String name) {
    try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return (ObjectNode) FILE.read(stream, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the schemas of records in where they are referred to. */
  private void resolve(JsonNode node) {
    JsonNode ref = node.path("$ref");
    if (node instanceof ObjectNode object && ref.asText().startsWith(CONTRACT)) {
      String name = ref.asText().substring(CONTRACT.length());
      add(name);
      object.put("$ref", SCHEMAS + name);
    }
    // A copy: what is added on the way is resolved as it is added.
    node.deepCopy().fieldNames().forEachRemaining(key -> resolve(node.path(key)));
    if (node.isArray()) {
      node.forEach(this::resolve);
    }
  }

  private void add(String name) {
    ObjectNode schemas = document.withObject("/components/schemas");
    if (!schemas.has(name)) {
      schemas.set(name, rooted(record(name), SCHEMAS + name));
    }
  }

  private static ObjectNode record(String name) {
    String file = "/schema/" + name + ".schema.json";
    try (InputStream stream = Objects.requireNonNull(Json.class.getResourceAsStream(file), file)) {
      ObjectNode schema = (ObjectNode) Json.mapper().readTree(stream);
      return schema.without(List.of("$schema", "$id"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A schema whose references begin where it stands now. */
  private static ObjectNode rooted(ObjectNode schema, String root) {
    for (JsonNode reference : schema.findParents("$ref")) {
      String written = reference.path("$ref").asText();
      ((ObjectNode) reference).put("$ref", root + written.substring(1));
    }
    return schema;
  }

  /** The document; not to be changed. */
  public JsonNode document() {
    return document;
  }

  /** Adds it to a server. */
  public void install(RoutesConfig routes) {
    String text = document.toString();
    routes.get(PATH, ctx -> ctx.contentType("application/json").result(text));
  }
}
