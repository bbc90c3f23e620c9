package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.alert.AlertService;
import org.tocsin.enrich.EnrichService;
import org.tocsin.ingest.IngestService;
import org.tocsin.service.OpenApi;

/**
 * The descriptions of the three APIs against {@code roles.txt}, which {@link RolesIT} holds against
 * the servers; and whether they are what OpenAPI takes.
 */
class OpenApiTest {
  private static final Map<String, Class<?>> SERVICES =
      Map.of(
          "alert",
          AlertService.class,
          "enrich",
          EnrichService.class,
          "ingest",
          IngestService.class);
  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  @SuppressWarnings("NullAway") // Every name has its service.
  private static JsonNode document(String service) {
    return OpenApi.of(SERVICES.get(service)).document();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alert", "enrich", "ingest"})
  void saysWhoIsLetInAtEveryEndpoint(String service) throws Exception {
    Map<String, List<String>> table = new TreeMap<>();
    RoleTable.read()
        .forEach(
            (endpoint, answers) -> {
              if (endpoint.startsWith(service + " ")) {
                table.put(
                    Described.written(endpoint.substring(service.length() + 1)), letIn(answers));
              }
            });
    Map<String, List<String>> described = new TreeMap<>();
    Described.endpoints(document(service))
        .forEach(
            (endpoint, operation) -> {
              List<String> roles = texts(operation.path("x-roles"));
              assertThat(operation.has("security"))
                  .as("%s is open to anyone: so it needs no security", endpoint)
                  .isEqualTo(roles.isEmpty());
              described.put(endpoint, roles);
            });
    assertThat(described).isEqualTo(table);
  }

  /** The roles that are let in; none where everybody is. */
  private static List<String> letIn(List<String> answers) {
    if (answers.get(0).equals(RoleTable.IN)) {
      return List.of();
    }
    return IntStream.range(0, RoleTable.ROLES.size())
        .filter(i -> answers.get(i + 1).equals(RoleTable.IN))
        .mapToObj(RoleTable.ROLES::get)
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"alert", "enrich", "ingest"})
  void refersToNothingThatIsNotThere(String service) {
    JsonNode document = document(service);
    List<String> references = document.findValuesAsText("$ref");
    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(
            reference -> {
              assertThat(reference).startsWith("#/");
              assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"alert", "enrich", "ingest"})
  void isWhatOpenApiTakes(String service) {
    JsonNode document = document(service);
    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    Set<String> ids = new HashSet<>();
    Described.endpoints(document)
        .forEach(
            (endpoint, operation) -> {
              assertThat(ids.add(operation.path("operationId").asText())).as(endpoint).isTrue();
              assertThat(operation.path("summary").asText()).as(endpoint).isNotBlank();
              assertThat(operation.path("responses").fieldNames())
                  .toIterable()
                  .as(endpoint)
                  .contains("default")
                  .anyMatch(status -> status.startsWith("2"));
              assertThat(inPath(operation)).as(endpoint).isEqualTo(named(endpoint));
            });
  }

  private static Set<String> inPath(JsonNode operation) {
    Set<String> names = new HashSet<>();
    operation
        .path("parameters")
        .forEach(
            parameter -> {
              if (parameter.path("in").asText().equals("path")) {
                assertThat(parameter.path("required").asBoolean()).isTrue();
                names.add(parameter.path("name").asText());
              }
            });
    return names;
  }

  private static Set<String> named(String endpoint) {
    Set<String> names = new HashSet<>();
    for (Matcher m = IN_PATH.matcher(endpoint); m.find(); ) {
      names.add(m.group(1));
    }
    return names;
  }
}
