package org.alkahest.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.oracle.Vectors;
import org.junit.jupiter.api.Test;

/** Vectors as the text that Oracle takes, and that its driver (ojdbc17 23.26.3) gives for a VECTOR. */
final class VectorTextTest {
    @SuppressWarnings("unchecked") // vectors are stored as text
    private static <V> V read(SqlType<V> type, String text) {
        Conversion<V, String> conversion = (Conversion<V, String>) type.conversion();
        assertThat(conversion).isNotNull();
        return conversion.fromStorage().apply(text);
    }

    @Test
    void writesNumbersBetweenBrackets() {
        assertThat(SqlType.stored(Vectors.float32(3), new float[] {1.5f, -2e-7f, 3e10f}))
                .isEqualTo("[1.5,-2.0E-7,3.0E10]");
        assertThat(SqlType.stored(Vectors.float64(2), new double[] {1, 1.0 / 3}))
                .isEqualTo("[1.0,0.3333333333333333]");
        assertThat(SqlType.stored(Vectors.int8(3), new byte[] {1, -128, 127})).isEqualTo("[1,-128,127]");
        assertThat(SqlType.stored(Vectors.VECTOR, new double[] {7})).isEqualTo("[7.0]");
    }

    @Test
    void readsWhatTheDriverGives() {
        assertThat(read(Vectors.float32(3), "[1.5E+000,-2.00000002E-007,3.0000001E+010]"))
                .containsExactly(1.5f, -2e-7f, 3e10f);
        assertThat(read(Vectors.float64(2), "[1.0E+000,3.3333333333333331E-001]"))
                .containsExactly(1, 1.0 / 3);
        assertThat(read(Vectors.int8(3), "[1,-128,127]")).containsExactly(1, -128, 127);
        assertThat(read(Vectors.VECTOR, " [7, 8.5] ")).containsExactly(7, 8.5);
    }

    @Test
    void givesBackWhatItWrites() {
        float[] extremes = {Float.MAX_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, -0.0f, 0.1f};
        SqlType<float[]> type = Vectors.float32(extremes.length);
        assertThat(read(type, (String) SqlType.stored(type, extremes))).containsExactly(extremes);
    }

    @Test
    void refusesWhatTheTypeDoesNotTake() {
        for (float[] wrong : List.of(
                new float[1], new float[3], new float[] {1, Float.NaN}, new float[] {Float.NEGATIVE_INFINITY, 1})) {
            assertThatThrownBy(() -> SqlType.stored(Vectors.float32(2), wrong)).hasMessageContaining("ALK-1448");
        }
        assertThatThrownBy(() -> SqlType.stored(Vectors.VECTOR, new double[0])).hasMessageContaining("ALK-1448");
        for (String wrong : List.of("", "[", "1,2", "[]", "[1,,2]", "[1,x]", "[5,[2,4],[1,2]]")) {
            assertThatThrownBy(() -> read(Vectors.float32(2), wrong))
                    .as(wrong)
                    .hasMessageContainingAll("ALK-1448", "'" + wrong + "'");
        }
        assertThatThrownBy(() -> read(Vectors.int8(1), "[128]")).hasMessageContaining("ALK-1448");
    }

    @Test
    void copiesAndComparesWhatIsInside() {
        SqlType<float[]> type = Vectors.float32(2);
        float[] vector = {1, 2};
        float[] copy = type.copy(vector);
        assertThat(type.isMutable()).isTrue();
        assertThat(type.same(vector, copy)).isTrue();
        vector[1] = 3;
        assertThat(copy).containsExactly(1, 2);
        assertThat(type.same(vector, copy)).isFalse();
        assertThat(type).isEqualTo(Vectors.float32(2)).isNotEqualTo(Vectors.float32(3));
    }
}
