package org.tocsin.enrich.meaning;

/** A linear map with a bias: each row of {@code in} numbers becomes one of {@code out}. */
final class Dense {
  /** Inputs taken together, so that a row of the result is walked over less often. */
  private static final int STRIDE = 4;

  private final float[][] weights;
  private final float[] bias;

  /**
   * A linear map.
   *
   * @param weights by input; their number is a multiple of four
   */
  Dense(float[][] weights, float[] bias) {
    this.weights = weights;
    this.bias = bias;
  }

  /** Weights kept in bytes, with a scale and a zero for each output. */
  static Dense of(byte[] bytes, float[] scales, byte[] zeros, float[] bias) {
    int out = bias.length;
    float[][] weights = new float[bytes.length / out][out];
    for (int i = 0; i < bytes.length; i++) {
      int column = i % out;
      int zero = zeros[zeros.length == 1 ? 0 : column];
      weights[i / out][column] = (bytes[i] - zero) * scales[scales.length == 1 ? 0 : column];
    }
    return new Dense(weights, bias);
  }

  float[][] apply(float[][] rows) {
    float[][] results = new float[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      results[row] = bias.clone();
    }
    // Weights outside, rows inside: each weight is fetched from memory once for all rows.
    for (int from = 0; from < weights.length; from += STRIDE) {
      for (int row = 0; row < rows.length; row++) {
        add(rows[row], from, results[row]);
      }
    }
    return results;
  }

  /** Four inputs at a time; the loop is one that the compiler turns into vector instructions. */
  private void add(float[] row, int from, float[] result) {
    float[] w0 = weights[from];
    float[] w1 = weights[from + 1];
    float[] w2 = weights[from + 2];
    float[] w3 = weights[from + 3];
    float a0 = row[from];
    float a1 = row[from + 1];
    float a2 = row[from + 2];
    float a3 = row[from + 3];
    for (int i = 0; i < result.length; i++) {
      result[i] += a0 * w0[i] + a1 * w1[i] + a2 * w2[i] + a3 * w3[i];
    }
  }
}
