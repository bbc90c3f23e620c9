package org.tocsin.enrich.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PartsOfTheModelTest {
  @Test
  void multipliesRowsAndAddsTheBias() {
    float[][] weights = {{1, 0}, {0, 1}, {2, 0}, {0, 3}};
    float[][] result = new Dense(weights, new float[] {10, 20}).apply(new float[][] {{1, 2, 3, 4}});
    assertThat(result[0]).containsExactly(17, 34);
  }

  @Test
  void takesWeightsInBytesByScaleAndZero() {
    byte[] bytes = {1, -1, 3, 4, 5, 6, 7, 8};
    Dense dense = Dense.of(bytes, new float[] {0.5f, 2}, new byte[] {1, 0}, new float[2]);
    assertThat(dense.apply(new float[][] {{1, 0, 0, 0}})[0]).containsExactly(0, -2);
    assertThat(dense.apply(new float[][] {{0, 1, 0, 0}})[0]).containsExactly(1, 8);
  }

  @Test
  void normalisesTheSumOfTwoRows() {
    float[] row = {1, 2};
    new Norm(new float[] {1, 2}, new float[] {0, 5}).addTo(row, new float[] {0, 1});
    assertThat(row[0]).isCloseTo(-1, within(1e-5f));
    assertThat(row[1]).isCloseTo(7, within(1e-5f));
  }

  @Test
  void activatesLikeTheNormalDistribution() {
    assertThat(Gelu.of(0)).isZero();
    assertThat(Gelu.of(1)).isCloseTo(0.8413447f, within(1e-5f));
    assertThat(Gelu.of(-1)).isCloseTo(-0.15865526f, within(1e-5f));
    assertThat(Gelu.of(100)).isEqualTo(100);
    assertThat(Gelu.of(-100)).isZero();
    assertThat(Gelu.of(Float.NaN)).isZero();
  }

  @Test
  void refusesAFileThatIsNoModel() {
    assertThatThrownBy(() -> OnnxTensors.read(new byte[0])).hasMessageContaining("no ONNX model");
    assertThatThrownBy(() -> OnnxTensors.read(new byte[] {7})).hasMessageContaining("wire type");
  }

  @Test
  void readsATensorOfFloatsAndOneOfSmallInts() {
    byte[] model = {
      58,
      22, // the graph
      42,
      9,
      66,
      1,
      'f',
      34,
      4,
      0,
      0,
      (byte) 0x80,
      63, // f = [1.0]
      42,
      9,
      66,
      1,
      'z',
      8,
      2,
      42,
      2,
      (byte) 0x80,
      1 // z = [128], and its dimension before it
    };
    OnnxTensors tensors = OnnxTensors.read(model);
    assertThat(tensors.floats("f")).containsExactly(1);
    assertThat(tensors.bytes("z")).containsExactly((byte) 128);
    assertThatThrownBy(() -> tensors.floats("g")).hasMessageContaining("no tensor g");
  }
}
