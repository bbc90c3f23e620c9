package org.tocsin.contract;

/** A half-open stretch of a title or text in UTF-16 code units. */
public record Span(int start, int end) {
  public Span {
    Checks.span(start, end);
  }

  /** The stretch of {@code text} that this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** Whether the two share at least one code unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Whether {@code other} lies inside this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
