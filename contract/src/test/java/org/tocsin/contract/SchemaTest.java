package org.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  static Stream<Class<?>> values() {
    return Topics.all().stream()
        .filter(t -> t.valueType() != byte[].class)
        .<Class<?>>map(Topic::valueType)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("values")
  void publishesTheSchemaOfEveryValue(Class<?> type) throws IOException {
    Golden.check(
        "schema/" + Headers.schemaName(type) + ".schema.json",
        Schemas.of(type).toPrettyString() + "\n");
  }

  @ParameterizedTest
  @MethodSource("org.tocsin.contract.Samples#all")
  void acceptsWhatIsWritten(Object sample) throws IOException {
    JsonSchema schema = FACTORY.getSchema(Schemas.of(sample.getClass()));
    assertThat(schema.validate(Json.mapper().readTree(Json.write(sample)))).isEmpty();
  }

  @Test
  void refusesAStatementWithoutSpan() throws IOException {
    JsonSchema schema = FACTORY.getSchema(Schemas.of(EnrichedArticle.class));
    String broken = Json.write(Samples.enriched()).replace("\"start\":10,", "");
    assertThat(schema.validate(Json.mapper().readTree(broken))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.tocsin.contract.Samples#all")
  void readsBackWhatItWrote(Object sample) {
    Object back = Json.read(Json.write(sample), sample.getClass());
    assertThat(back).isEqualTo(sample);
  }

  @Test
  void coversEveryValueWithASample() {
    assertThat(Samples.all().map(Object::getClass).toList())
        .containsExactlyInAnyOrderElementsOf(values().toList());
  }
}
