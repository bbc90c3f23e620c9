package org.tocsin.alert.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.tocsin.contract.Calm;
import org.tocsin.contract.Json;
import org.tocsin.contract.Watch;

/**
 * Writes watches as the file that {@link WatchFile} reads: what a desk keeps in its repository.
 * Versions, authors and times stay out of it, so that it differs only where a watch does.
 */
public final class WatchExport {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES));

  private WatchExport() {}

  /** The watches as YAML, in the order given. */
  public static String yaml(Collection<Watch> watches) {
    ArrayNode list = Json.mapper().createArrayNode();
    watches.forEach(watch -> list.add(node(watch)));
    try {
      return YAML.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode node(Watch watch) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("id", watch.id()).put("name", watch.name());
    node.put("severity", watch.severity().label()).put("query", watch.query());
    if (!watch.enabled()) {
      node.put("enabled", false);
    }
    if (!watch.calm().equals(Calm.NONE)) {
      node.set("calm", without(Json.mapper().valueToTree(watch.calm())));
    }
    if (!watch.notifiers().isEmpty()) {
      node.set("notifiers", Json.mapper().valueToTree(watch.notifiers()));
    }
    if (watch.note() != null) {
      node.put("note", watch.note());
    }
    return node;
  }

  /** Without what is not asked for. */
  private static JsonNode without(ObjectNode calm) {
    calm.properties().removeIf(entry -> entry.getValue().isNull());
    return calm;
  }
}
