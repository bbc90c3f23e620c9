package org.tocsin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import org.jspecify.annotations.Nullable;

/** Makes the JSON Schema of a record from its components. */
final class Schemas {
  private static final SchemaGenerator GENERATOR = generator();

  private Schemas() {}

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES);
    config
        .forFields()
        .withNullableCheck(f -> nullable(f.getRawMember()))
        .withRequiredCheck(f -> true);
    return new SchemaGenerator(config.build());
  }

  private static boolean nullable(java.lang.reflect.Field field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  static JsonNode of(Class<?> type) {
    ObjectNode generated = GENERATOR.generateSchema(type);
    ObjectNode schema = Json.mapper().createObjectNode();
    schema.set("$schema", generated.remove("$schema"));
    schema.put("$id", "urn:tocsin:" + Headers.schemaName(type) + ":" + Topic.SCHEMA_VERSION);
    schema.put("title", type.getSimpleName());
    schema.setAll(generated);
    return schema;
  }
}
