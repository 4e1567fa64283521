package org.alkahest.dialect.oracle;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.alkahest.type.AlkahestArgumentException;

/**
 * The text of vectors: numbers between brackets and commas, {@code [1.5E+000,-2.0E-001]} (SQL Language Reference 23ai,
 * "TO_VECTOR" and "FROM_VECTOR"). What is written is read as the same numbers.
 *
 * <p>The writers are records and the readers constants, so that types of equal dimensions are equal.
 */
final class VectorText {
    /** Stands for any number of dimensions. */
    static final int ANY = -1;

    static final Function<String, float[]> TO_FLOATS = text -> {
        String[] numbers = split(text);
        float[] vector = new float[numbers.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) number(text, numbers[i], Float::parseFloat);
        }
        return vector;
    };

    static final Function<String, double[]> TO_DOUBLES = text -> {
        String[] numbers = split(text);
        double[] vector = new double[numbers.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = number(text, numbers[i], Double::parseDouble);
        }
        return vector;
    };

    static final Function<String, byte[]> TO_BYTES = text -> {
        String[] numbers = split(text);
        byte[] vector = new byte[numbers.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (byte) number(text, numbers[i], Byte::parseByte);
        }
        return vector;
    };

    private static final Pattern COMMA = Pattern.compile(",");

    private VectorText() {}

    record FromFloats(int dimensions) implements Function<float[], String> {
        @Override
        public String apply(float[] vector) {
            return join(dimensions, vector.length, i -> vector[i], i -> Float.toString(vector[i]));
        }
    }

    record FromDoubles(int dimensions) implements Function<double[], String> {
        @Override
        public String apply(double[] vector) {
            return join(dimensions, vector.length, i -> vector[i], i -> Double.toString(vector[i]));
        }
    }

    record FromBytes(int dimensions) implements Function<byte[], String> {
        @Override
        public String apply(byte[] vector) {
            return join(dimensions, vector.length, i -> vector[i], i -> Byte.toString(vector[i]));
        }
    }

    private static String join(int dimensions, int length, IntToDoubleFunction number, IntFunction<String> written) {
        if (length == 0 || (dimensions != ANY && length != dimensions)) {
            throw new AlkahestArgumentException(
                    "ALK-1448",
                    "Cannot bind a vector of " + length + " dimensions: its type has "
                            + (dimensions == ANY ? "1 or more" : dimensions) + ". Give as many numbers.");
        }
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(number.applyAsDouble(i))) {
                throw new AlkahestArgumentException(
                        "ALK-1448",
                        "Cannot bind a vector whose dimension " + i + " is " + written.apply(i)
                                + ": the database takes finite numbers only. Give a number.");
            }
            text.append(i == 0 ? "" : ",").append(written.apply(i));
        }
        return text.append(']').toString();
    }

    private static String[] split(String text) {
        String trimmed = text.strip();
        if (trimmed.length() < 2 || !trimmed.startsWith("[") || !trimmed.endsWith("]")) {
            throw unreadable(text);
        }
        String[] numbers = COMMA.split(trimmed.substring(1, trimmed.length() - 1), -1);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbers[i].strip();
        }
        return numbers;
    }

    private static double number(String text, String number, ToDoubleFunction<String> parser) {
        try {
            return parser.applyAsDouble(number);
        } catch (NumberFormatException e) {
            throw unreadable(text);
        }
    }

    private static AlkahestArgumentException unreadable(String text) {
        String beginning = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return new AlkahestArgumentException(
                "ALK-1448",
                "Cannot read the vector '" + beginning
                        + "': it is no list of numbers of its type in brackets. Declare the"
                        + " column with the format that it has in the database; sparse vectors have none here.");
    }
}
