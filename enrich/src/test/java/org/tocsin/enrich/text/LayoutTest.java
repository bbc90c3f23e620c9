package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LayoutTest {
  private static final String WRAPPED =
      """
      The council of the town met on Monday evening to talk about the old bridge,
      which has been closed since the flood of last winter and will stay closed.

      Nobody knows when it will open again, and nobody has said who pays for it
      after all that was spent on the new road.
      """;

  @Test
  void joinsHardWrappedLines() {
    List<Paragraph> paragraphs = Layout.paragraphs(WRAPPED, Furniture.standard());
    assertThat(paragraphs).hasSize(2);
    assertThat(paragraphs.get(0).text()).contains("old bridge, which has been closed");
    assertThat(paragraphs.get(1).start()).isEqualTo(WRAPPED.indexOf("Nobody"));
  }

  @Test
  void keepsLinesThatAreParagraphs() {
    String text =
        "The first paragraph ends here.\nThe second one ends here, too.\nThe third is the last.";
    assertThat(Layout.paragraphs(text, Furniture.standard())).hasSize(3);
  }

  @Test
  void bridgesAnAddressTornIntoASentence() {
    String text =
        "The bridge over the river Tarn will be opened in the\n\nhttps://example.org/a\n\nspring of next year.";
    List<Paragraph> paragraphs = Layout.paragraphs(text, Furniture.standard());
    assertThat(paragraphs).hasSize(1);
    assertThat(paragraphs.get(0).text()).hasSize(text.length()).doesNotContain("example.org");
  }

  /** Read anew behind each address, this took minutes. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aQuotationWithAddressesWithoutEndIsReadAtOnce() {
    String text = "\"" + "aa\nhttps://x\n".repeat(150_000);
    assertThat(Layout.paragraphs(text, Furniture.standard())).isNotEmpty();
  }

  @Test
  void stopsWhereReadersSpeak() {
    String text = "The bridge is open.\nLeave a Reply\nThe bridge is ugly.";
    assertThat(Layout.paragraphs(text, Furniture.standard()))
        .extracting(Paragraph::text)
        .containsExactly("The bridge is open.");
  }

  @Test
  void stopsWhereReadersSpeakAndAreCounted() {
    String text = "The bridge is open.\nComments (31)\nJo: The bridge is ugly.";
    assertThat(Layout.paragraphs(text, Furniture.standard()))
        .extracting(Paragraph::text)
        .containsExactly("The bridge is open.");
    String year = "The bridge is open.\n(2031)\nIt is red.";
    assertThat(Layout.paragraphs(year, Furniture.standard())).hasSize(3);
  }

  @Test
  void leavesTeasersAndCaptionsOut() {
    String text =
        "A man on the bridge. Jo Fenn / AFP\n\nRelated article: More bridges\n\nThe bridge is open.";
    assertThat(Layout.paragraphs(text, Furniture.standard()))
        .extracting(Paragraph::text)
        .containsExactly("The bridge is open.");
  }
}
