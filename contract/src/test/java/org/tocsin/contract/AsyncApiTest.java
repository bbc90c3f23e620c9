package org.tocsin.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the AsyncAPI 3.0 description of the topics true. */
class AsyncApiTest {
  private static final List<String> HEADERS =
      List.of(
          Headers.SCHEMA,
          Headers.LANGUAGE,
          Headers.COUNTRIES,
          Headers.ACTORS,
          Headers.STORY,
          Headers.NOVELTY,
          Headers.HELD,
          Headers.LANE,
          "ce_specversion",
          "ce_type",
          "ce_id",
          "ce_source",
          "ce_time",
          "content-type");

  @Test
  void describesEveryTopic() throws IOException {
    ObjectNode api = Json.mapper().createObjectNode();
    api.put("asyncapi", "3.0.0");
    ObjectNode info = api.putObject("info");
    info.put("title", "Tocsin topics").put("version", String.valueOf(Topic.SCHEMA_VERSION));
    info.put(
        "description",
        "Names are given without the installation's prefix (topics.prefix, by default tocsin-).");
    api.put("defaultContentType", "application/json");
    ObjectNode channels = api.putObject("channels");
    ObjectNode operations = api.putObject("operations");
    Topics.all().forEach(t -> describe(t, channels.putObject(t.name()), operations));
    Golden.check("asyncapi.json", api.toPrettyString() + "\n");
  }

  private static void describe(Topic<?, ?> topic, ObjectNode channel, ObjectNode operations) {
    channel.put("address", topic.name()).put("description", topic.purpose());
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    ObjectNode config = kafka.putObject("topicConfiguration");
    ArrayNode policy = config.putArray("cleanup.policy");
    if (topic.compacted()) {
      policy.add("compact");
    }
    if (topic.retention() != null) {
      policy.add("delete");
      config.put("retention.ms", topic.retention().toMillis());
    }
    describeMessage(topic, channel.putObject("messages").putObject("record"));
    if (topic.readers().contains("integrators")) {
      ObjectNode operation = operations.putObject("read-" + topic.name());
      operation.put("action", "receive");
      operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
    }
  }

  private static void describeMessage(Topic<?, ?> topic, ObjectNode message) {
    message.putObject("bindings").putObject("kafka").putObject("key").put("type", "string");
    message.put("summary", "Key: " + topic.key() + ".");
    if (topic.valueType() == byte[].class) {
      message.put("contentType", "application/octet-stream");
      return;
    }
    String name = Headers.schemaName(topic.valueType());
    message.put("name", name);
    message.putObject("payload").put("$ref", "schema/" + name + ".schema.json");
    ObjectNode headers = message.putObject("headers").put("type", "object");
    ObjectNode properties = headers.putObject("properties");
    HEADERS.forEach(h -> properties.putObject(h).put("type", "string"));
  }
}
