package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Json;

/** The commands that need no Kafka. */
class TagIT {
  @TempDir Path folder;

  private List<JsonNode> run(String... args) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    try (Program program = Program.run(folder, args)) {
      assertThat(program.exitCode()).as(program.output()).isZero();
      for (String line : program.output().lines().toList()) {
        lines.add(Json.mapper().readTree(line));
      }
    }
    return lines;
  }

  @Test
  void writesWhatThePublishedSchemaPromisesInInputOrder() throws Exception {
    List<String> news = DemoNews.load(Clock.systemUTC()).lines();
    Path file = Files.write(folder.resolve("news.jsonl"), news);
    List<JsonNode> tagged = run("tag", file.toString());
    assertThat(tagged).hasSameSizeAs(news);
    JsonSchema schema = schema();
    for (int i = 0; i < news.size(); i++) {
      JsonNode line = tagged.get(i);
      assertThat(schema.validate(line)).as(line.toString()).isEmpty();
      assertThat(line.get("title").asText())
          .isEqualTo(Json.mapper().readTree(news.get(i)).get("title").asText());
    }
  }

  @Test
  void saysTheSameTwice() throws Exception {
    List<String> news = DemoNews.load(Clock.systemUTC()).lines();
    Path file = Files.write(folder.resolve("news.jsonl"), news);
    assertThat(run("tag", file.toString())).isEqualTo(run("tag", file.toString()));
  }

  @Test
  void namesAFileWithoutIdentityAfterItself() throws Exception {
    Path file = folder.resolve("bridge.txt");
    Files.writeString(file, "The bridge will stay open all night, Mayor Ada Lindqvist said.\n");
    JsonNode tagged = run("tag", file.toString()).get(0);
    assertThat(tagged.get("id").asText()).isEqualTo("bridge");
    assertThat(tagged.get("origin").asText()).isEqualTo(file.toString());
    JsonNode statement = tagged.get("statements").get(0);
    assertThat(statement.get("speaker").get("name").asText()).isEqualTo("Ada Lindqvist");
    assertThat(
            Files.readString(file)
                .substring(statement.get("start").asInt(), statement.get("end").asInt()))
        .isEqualTo(statement.get("text").asText());
  }

  @Test
  void comparesStatements() throws Exception {
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            """
            {"id":"same","a":"We will keep the harbour closed until Monday.","b":"“We will keep the harbour closed until Monday”"}
            {"id":"changed","a":"About 2,000 men will cross the river.","b":"About 3,000 men will cross the river."}
            """);
    List<JsonNode> answers = run("compare", pairs.toString());
    assertThat(answers.get(0).get("repeat").asBoolean()).isTrue();
    assertThat(answers.get(1).get("repeat").asBoolean()).isFalse();
    assertThat(answers.get(1).get("reason").asText()).isNotBlank();
  }

  private static JsonSchema schema() throws Exception {
    try (InputStream in = TagIT.class.getResourceAsStream("/schema/enriched-article.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(in));
    }
  }
}
