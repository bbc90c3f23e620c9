package org.tocsin.enrich.meaning;

/** Layer normalisation (Ba et al., 2016): mean 0, variance 1, then scaled and shifted. */
record Norm(float[] weight, float[] bias) {
  private static final double LEAST_VARIANCE = 1e-12;

  /** Normalises the sum of two rows in the first of them. */
  void addTo(float[] row, float[] other) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] += other[i];
      sum += row[i];
    }
    double mean = sum / row.length;
    double squares = 0;
    for (float x : row) {
      squares += (x - mean) * (x - mean);
    }
    double scale = 1 / Math.sqrt(squares / row.length + LEAST_VARIANCE);
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) ((row[i] - mean) * scale) * weight[i] + bias[i];
    }
  }
}
