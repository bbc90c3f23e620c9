package org.tocsin.alert.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;

class AlertTextTest {
  private final AlertText text = new AlertText(ZoneOffset.UTC);

  @Test
  void saysWhatAPersonWantsToKnow() {
    assertThat(text.of(Samples.alert("a", 0, "The port will close.")))
        .isEqualTo(
            """
            ── MEDIUM · Ports ── 10 Mar 2026, 12:00 Z
               Mira Oldenburg (said):
               “The port will close.”
               Harbour Gazette · https://www.harbour-gazette.example/news/article-of-statement-a
               why: text “port”
            """);
  }

  @Test
  void saysWhatBecameOfIt() {
    assertThat(text.of(Samples.withdrawn(Samples.alert("a", 1, "The port will close."))))
        .startsWith("── WITHDRAWN · MEDIUM · Ports ── 10 Mar 2026, 12:00 Z\n")
        .endsWith("   withdrawn, 10 Mar 2026, 13:00 Z\n");
  }

  @Test
  void takesOutWhatCouldRewriteATerminal() {
    assertThat(text.of(Samples.alert("a", 0, "The port\u001b[2J\u202e closes\r\nnow")))
        .contains("“The port [2J  closes now”");
  }
}
