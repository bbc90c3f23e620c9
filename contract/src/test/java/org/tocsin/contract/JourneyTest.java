package org.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the journey are what the published schemas promise. */
class JourneyTest {
  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("2-article.json", Article.class),
        Arguments.of("3-enriched-article.json", EnrichedArticle.class),
        Arguments.of("4-sighting.json", Sighting.class),
        Arguments.of("watch.json", Watch.class),
        Arguments.of("5-alert.json", Alert.class));
  }

  @ParameterizedTest
  @MethodSource("files")
  void keepsToTheSchema(String file, Class<?> type) throws IOException {
    try (InputStream json = JourneyTest.class.getResourceAsStream("/journey/" + file);
        InputStream schema =
            JourneyTest.class.getResourceAsStream(
                "/schema/" + Headers.schemaName(type) + ".schema.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(Objects.requireNonNull(schema))
                  .validate(Json.mapper().readTree(json)))
          .isEmpty();
    }
  }
}
