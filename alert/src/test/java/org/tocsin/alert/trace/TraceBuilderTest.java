package org.tocsin.alert.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.contract.Json;

class TraceBuilderTest {
  @Test
  void saysWhereThereMayBeMore() {
    TraceBuilder builder = new TraceBuilder("a");
    assertThat(builder.build().complete()).isTrue();
    builder.cutShort();
    assertThat(builder.build().complete()).isFalse();
    assertThat(Json.write(builder.build())).contains("\"complete\":false");
  }
}
