package org.tocsin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
  private static final YamlFile FILE = new YamlFile("file", 1_000, "Write one.");

  private static Throwable fault(String yaml) {
    return catchThrowable(
        () ->
            FILE.read(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "desk.yaml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: p@ss: TOPSECRET",
        "password: 'TOPSECRET",
        "password: \"TOPSECRET\\q\"",
        "password: @TOPSECRET",
        "password: !TOPSECRET!x y",
        "password: [TOPSECRET",
        "password: *TOPSECRET\nuser: *TOPSECRET: x",
        "{\"password\": \"TOPSECRET\", }}"
      })
  void neverShowsTheLineAtFault(String yaml) {
    Throwable fault = fault(yaml);
    if (fault != null) {
      StringWriter log = new StringWriter();
      fault.printStackTrace(new PrintWriter(log));
      assertThat(log.toString()).doesNotContain("TOPSECRET");
    }
  }

  @Test
  void saysWhereAndWhat() {
    assertThat(fault("user: a\npassword: p@ss: TOPSECRET"))
        .hasMessageContaining("desk.yaml, line 2, column 15")
        .hasMessageContaining("mapping values are not allowed here");
  }
}
