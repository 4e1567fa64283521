package org.alkahest.dialect.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.alkahest.sql.CustomOperator.Binding;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.NodeMapper;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.Sql;
import org.alkahest.sql.SyntaxExtension;
import org.alkahest.sql.VendorExpression;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.Vendor;
import org.alkahest.type.VendorType;

/**
 * Oracle's vectors (23ai SQL Language Reference, "Vector Data Type"; AI Vector Search User's Guide 23ai), meant for static
 * import; older versions and other databases refuse them (ALK-1210). Values travel as text, sent as {@code TO_VECTOR(?, …)}.
 * One of another number of dimensions, or with a number that is not finite, is refused before it is sent (ALK-1448).
 *
 * <p>Vectors cannot be compared, sorted or grouped by, only measured by {@link #distance}; an index is one of
 * {@link OracleOptions#vectorGraph} and {@link OracleOptions#vectorPartitions}, and {@link #fetchApprox} asks for it. All of
 * it is written by the manuals and has met no server.
 *
 * <pre>{@code
 * select(DOC.title)
 *         .orderBy(distance(DOC.embedding, question, Metric.COSINE))
 *         .with(fetchApprox(10))
 * }</pre>
 */
public final class Vectors {
    /** Vectors of any number of dimensions in any format; those that are sent are FLOAT64. */
    public static final SqlType<double[]> VECTOR = doubles("VECTOR", "*, FLOAT64", VectorText.ANY);

    private static final int MAX_DIMENSIONS = 65_535;

    private Vectors() {}

    /** {@code VECTOR(n, FLOAT32)}, of 1 to 65,535 dimensions (else ALK-1446). */
    public static SqlType<float[]> float32(int dimensions) {
        String arguments = checked(dimensions) + ", FLOAT32";
        return type("VECTOR(" + arguments + ")", arguments)
                .as(float[].class, new VectorText.FromFloats(dimensions), VectorText.TO_FLOATS)
                .withValues(float[]::clone, Arrays::equals);
    }

    /** {@code VECTOR(n, FLOAT64)}, of 1 to 65,535 dimensions (else ALK-1446). */
    public static SqlType<double[]> float64(int dimensions) {
        String arguments = checked(dimensions) + ", FLOAT64";
        return doubles("VECTOR(" + arguments + ")", arguments, dimensions);
    }

    /** {@code VECTOR(n, INT8)}, of 1 to 65,535 dimensions (else ALK-1446). */
    public static SqlType<byte[]> int8(int dimensions) {
        String arguments = checked(dimensions) + ", INT8";
        return type("VECTOR(" + arguments + ")", arguments)
                .as(byte[].class, new VectorText.FromBytes(dimensions), VectorText.TO_BYTES)
                .withValues(byte[]::clone, Arrays::equals);
    }

    /** {@code VECTOR_DISTANCE(vector, other, COSINE)}: how far two vectors are from each other; null if one is. */
    public static <V> Expression<Double> distance(Expression<V> vector, Expression<V> other, Metric metric) {
        return new VendorExpression<>(
                OracleDialect.VENDOR_23,
                List.of("VECTOR_DISTANCE(", ", ", ", " + metric.name() + ")"),
                List.of(vector, other),
                SqlTypes.DOUBLE,
                Binding.ATOM);
    }

    /** The same with a value, of the first vector's type. */
    public static <V> Expression<Double> distance(Expression<V> vector, V other, Metric metric) {
        return distance(vector, Sql.value(other, vector.type()), metric);
    }

    /**
     * {@code FETCH APPROX FIRST n ROWS ONLY}: the first rows by distance, as a vector index finds them, which may miss some;
     * an exact search without an index. It takes the place of the query's own limit. 1 or more (else ALK-1402).
     */
    public static SyntaxExtension fetchApprox(int rows) {
        if (rows < 1) {
            throw new AlkahestArgumentException(
                    "ALK-1402", "Cannot fetch " + rows + " rows by a vector index. Give a positive number.");
        }
        return new FetchApprox(rows);
    }

    /** Whether a type is one of vectors, whose parameters and casts are {@code TO_VECTOR(…)}. */
    static boolean isVector(SqlType<?> type) {
        VendorType vendor = type.vendor();
        return vendor != null && vendor.castName().startsWith("VECTOR(");
    }

    /** {@code TO_VECTOR(text, n, FORMAT)}, which takes VARCHAR2, CLOB, JSON and vectors of other formats. */
    static String construct(String text, SqlType<?> type) {
        String name = Objects.requireNonNull(type.vendor()).castName();
        return "TO_VECTOR(" + text + ", " + name.substring("VECTOR(".length());
    }

    private static SqlType<double[]> doubles(String name, String arguments, int dimensions) {
        return type(name, arguments)
                .as(double[].class, new VectorText.FromDoubles(dimensions), VectorText.TO_DOUBLES)
                .withValues(double[]::clone, Arrays::equals);
    }

    private static SqlType<String> type(String name, String arguments) {
        Vendor vendor = OracleDialect.VENDOR_23;
        return SqlTypes.vendor(new VendorType(vendor, name, "VECTOR(" + arguments + ")", true));
    }

    private static int checked(int dimensions) {
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw new AlkahestArgumentException(
                    "ALK-1446",
                    "Cannot make a VECTOR of " + dimensions + " dimensions: it has 1 to " + MAX_DIMENSIONS
                            + ". Give a number within these.");
        }
        return dimensions;
    }

    /** How the distance of two vectors is measured ("VECTOR_DISTANCE"). */
    public enum Metric {
        /** One minus the cosine of the angle between them. */
        COSINE,
        /** The straight line. */
        EUCLIDEAN,
        /** The straight line's square, which is in the same order and faster. */
        EUCLIDEAN_SQUARED,
        /** The negated inner product, so that the nearest is the least here too. */
        DOT,
        /** The sum of the dimensions' differences. */
        MANHATTAN,
        /** The number of dimensions that differ. */
        HAMMING
    }

    private record FetchApprox(int rows) implements SyntaxExtension {
        @Override
        public Position position() {
            return Position.POST_BODY;
        }

        @Override
        public void render(RenderContext context) {
            context.require(OracleDialect.VENDOR_23, "FETCH APPROX");
            context.sql("FETCH APPROX FIRST " + rows + " ROWS ONLY");
        }

        @Override
        public void describe(Description description) {
            description.add(FetchApprox.class).add(rows);
        }

        @Override
        public FetchApprox mapChildren(NodeMapper mapper) {
            return new FetchApprox(rows);
        }
    }
}
