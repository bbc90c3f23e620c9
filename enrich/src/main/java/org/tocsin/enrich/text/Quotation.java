package org.tocsin.enrich.text;

/**
 * A stretch in quotation marks, for example {@code “Never again,”}: marks from 0 to 14, words from
 * 1 to 13. Offsets count in the paragraph it was found in.
 *
 * @param start offset of the opening mark
 * @param end offset after the closing mark, or the end of the paragraph if it is never closed
 * @param innerStart offset of the first character that is no white space inside the marks
 * @param innerEnd offset after the last one
 */
public record Quotation(int start, int end, int innerStart, int innerEnd, boolean closed) {
  public Quotation {
    if (start < 0 || innerStart < start || innerEnd < innerStart || end < innerEnd) {
      throw new IllegalArgumentException("not a quotation: [" + start + ", " + end + ")");
    }
  }
}
