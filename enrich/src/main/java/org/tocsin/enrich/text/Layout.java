package org.tocsin.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns lines into paragraphs: joins hard-wrapped lines, bridges addresses and page breaks torn
 * into a sentence, leaves page furniture out.
 *
 * <p>Whether a line break is a wrap or a paragraph is decided by width: a wrapped line is one the
 * next line's first word would not have fitted into.
 */
public final class Layout {
  private static final int WIDEST_WRAP = 130;
  private static final int NARROWEST_WRAP = 40;

  /** Lines set in a proportional face are of uneven length. */
  private static final double SLACK = 0.14;

  private static final int LONGEST_HEADING = 180;

  /** A paragraph over torn-in addresses is read again at each of them, so it may not grow long. */
  private static final int LONGEST_BRIDGED = 4_000;

  private final String text;
  private final List<Line> lines;
  private final int width;
  private final List<Paragraph> found = new ArrayList<>();
  private final List<Line> current = new ArrayList<>();

  private Layout(String text, Furniture furniture) {
    this.text = text;
    this.lines = Lines.of(text, furniture);
    this.width = Lines.wrapWidth(lines, NARROWEST_WRAP, WIDEST_WRAP);
  }

  /** The paragraphs of an article in order, without page furniture. */
  public static List<Paragraph> paragraphs(String text, Furniture furniture) {
    Layout layout = new Layout(text, furniture);
    layout.run();
    return layout.found;
  }

  private void run() {
    @Nullable Line previous = null;
    boolean torn = false;
    boolean blank = false;
    for (Line line : lines) {
      if (line.kind() == Line.Kind.END) {
        break;
      }
      if (line.kind() == Line.Kind.BLANK) {
        blank = true;
      } else if (line.kind() == Line.Kind.ADDRESS) {
        torn = true;
      } else {
        place(line, previous, blank, torn);
        previous = line;
        blank = false;
        torn = false;
      }
    }
    flush();
  }

  private void place(Line line, @Nullable Line previous, boolean blank, boolean torn) {
    boolean joins =
        previous != null
            && (torn
                ? bridges(previous, line)
                : blank ? runsOn(previous, line) : wraps(previous, line));
    if (!joins) {
      flush();
    }
    current.add(line);
  }

  private boolean wraps(Line previous, Line line) {
    int full = previous.indent() + previous.length() + 1 + line.firstWord();
    boolean small =
        Character.isLowerCase(text.charAt(line.start())) && !Lines.endsSentence(text, previous);
    return width > 0
        && previous.length() <= WIDEST_WRAP
        && line.indent() <= previous.indent() + 1
        && (full > width * (1 - SLACK) || small);
  }

  /** A sentence runs on over a blank line where a wrapped line was left without its end. */
  private boolean runsOn(Line previous, Line line) {
    return wraps(previous, line)
        && line.indent() == 0
        && previous.length() >= NARROWEST_WRAP
        && !Lines.endsSentence(text, previous);
  }

  /** Behind a torn-in address the sentence or the quotation goes on. */
  private boolean bridges(Line previous, Line line) {
    if (!Lines.endsSentence(text, previous)) {
      return line.kind() == Line.Kind.WORDS
          && (previous.length() >= NARROWEST_WRAP || openQuotation());
    }
    return openQuotation() && Lines.closesFirst(text, line);
  }

  private boolean openQuotation() {
    if (current.isEmpty()) {
      return false;
    }
    if (current.get(current.size() - 1).end() - current.get(0).start() > LONGEST_BRIDGED) {
      return false;
    }
    List<Quotation> quotations = QuotationReader.read(paragraph().text());
    return !quotations.isEmpty() && !quotations.get(quotations.size() - 1).closed();
  }

  private void flush() {
    if (!current.isEmpty() && current.get(0).kind() == Line.Kind.WORDS) {
      Paragraph paragraph = paragraph();
      if (!Furniture.credited(paragraph.text())) {
        found.add(paragraph);
      }
    }
    current.clear();
  }

  private Paragraph paragraph() {
    int start = current.get(0).start();
    int end = current.get(current.size() - 1).end();
    String words = text.substring(start, end);
    return new Paragraph(start, current.size() == 1 ? words : joined(words, start), heading(words));
  }

  /** The lines as one, what stands between them blanked. */
  private String joined(String words, int start) {
    char[] blanked = words.toCharArray();
    int last = start;
    for (Line line : current) {
      Arrays.fill(blanked, last - start, line.start() - start, ' ');
      last = line.end();
    }
    return new String(blanked);
  }

  private static boolean heading(String words) {
    return words.length() <= LONGEST_HEADING
        && !words.isEmpty()
        && ".!?:;,\"”“'’»…。！？".indexOf(words.charAt(words.length() - 1)) < 0;
  }
}
