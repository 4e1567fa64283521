package org.alkahest.type;

import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Expression;
import org.alkahest.sql.NodeMapper;
import org.alkahest.sql.Select;
import org.alkahest.sql.SelectableExtension;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

final class NumberRoundTripTest {
    private static boolean isSqlite(DatabaseFixture database) {
        return database.dialect().equals("sqlite");
    }

    @DatabaseTest
    void booleans(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.BOOLEAN).keeps(true, false);
    }

    @DatabaseTest
    void integers(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.TINYINT).keeps((byte) 0, Byte.MIN_VALUE, Byte.MAX_VALUE);
        RoundTrip.of(database, SqlTypes.SMALLINT).keeps((short) 0, Short.MIN_VALUE, Short.MAX_VALUE);
        RoundTrip.of(database, SqlTypes.INTEGER).keeps(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        RoundTrip.of(database, SqlTypes.BIGINT).keeps(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @DatabaseTest
    void floatingPoint(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.REAL)
                .keeps(0f, 0.1f, -1.5f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_NORMAL);
        RoundTrip.of(database, SqlTypes.DOUBLE)
                .keeps(0d, 0.1, 1.0 / 3, -1.5, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_NORMAL, 1e15 + 0.3);
    }

    private static boolean hasFiniteNumbersOnly(DatabaseFixture database) {
        return database.dialect().equals("mysql") || database.dialect().equals("mariadb");
    }

    @DatabaseTest
    void infinitiesAndNotANumber(DatabaseFixture database) {
        if (hasFiniteNumbersOnly(database)) {
            for (double value : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
                RoundTrip.of(database, SqlTypes.DOUBLE).refuses(value, "ALK-1371");
                RoundTrip.of(database, SqlTypes.REAL).refuses((float) value, "ALK-1371");
            }
            return;
        }
        RoundTrip<Double> doubles =
                RoundTrip.of(database, SqlTypes.DOUBLE).keeps(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        RoundTrip<Float> floats =
                RoundTrip.of(database, SqlTypes.REAL).keeps(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
        if (isSqlite(database)) {
            doubles.refuses(Double.NaN, "ALK-1409");
            floats.refuses(Float.NaN, "ALK-1409");
        } else {
            floats.keepsAs(Float.NaN, Float.NaN);
            RoundTrip.of(database, SqlTypes.DOUBLE).keepsAs(Double.NaN, Double.NaN);
        }
    }

    /** A driver may give NaN for NULL, and NaN is a value. */
    @DatabaseTest
    void aNumberThatDoesNotFitIsNoOther(DatabaseFixture database) {
        try (Connection connection = database.engine().connect()) {
            for (String number : List.of("2147483648", "10000000000", "-2147483649")) {
                assertThatThrownBy(() -> connection
                                .execute(select(raw(number, SqlTypes.INTEGER)))
                                .one())
                        .as(number)
                        .hasMessageContaining("ALK-1406");
            }
            assertThatThrownBy(() -> connection
                            .execute(select(raw("40000", SqlTypes.SMALLINT)))
                            .one())
                    .hasMessageContaining("ALK-1406");
            assertThat(connection
                            .execute(select(raw("-2147483648", SqlTypes.INTEGER)))
                            .one())
                    .isEqualTo(Integer.MIN_VALUE);
        }
    }

    @DatabaseTest
    void nullIsNoNumber(DatabaseFixture database) {
        Select<Double> none = select(new Primitive(raw("NULLIF(1e0, 1e0)", SqlTypes.DOUBLE)));
        Select<Double> some = select(new Primitive(raw("1.5e0", SqlTypes.DOUBLE)));
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.execute(some).one()).isEqualTo(1.5);
            assertThatThrownBy(() -> connection.execute(none).one()).hasMessageContaining("ALK-1405");
        }
    }

    /** Read as a companion reads a primitive field. */
    private record Primitive(Expression<?> column) implements SelectableExtension<Double> {
        @Override
        public List<? extends Expression<?>> expressions() {
            return List.of(column);
        }

        @Override
        public Decoder<Double> decoder(int position, DecodeScope scope) {
            return row -> row.doubleAt(position);
        }

        @Override
        public Primitive mapParts(NodeMapper mapper) {
            return new Primitive(mapper.map(column));
        }
    }

    /** SQLite keeps whole numbers of a REAL column as integers, and H2 has one zero: the sign goes, the number stays. */
    @DatabaseTest
    void negativeZeroIsZero(DatabaseFixture database) {
        Double read = RoundTrip.of(database, SqlTypes.DOUBLE).readBack(-0.0);
        assertThat(read + 0.0).isZero();
        if (database.dialect().equals("postgresql")) {
            assertThat(read).isEqualTo(-0.0);
        }
    }

    @DatabaseTest
    void decimalsHaveTheScaleOfTheirColumn(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.decimal(12, 2))
                .keeps(
                        new BigDecimal("0.00"),
                        new BigDecimal("0.10"),
                        new BigDecimal("25000.00"),
                        new BigDecimal("9999999999.99"),
                        new BigDecimal("-9999999999.99"))
                .keepsAs(new BigDecimal("25000"), new BigDecimal("25000.00"))
                .keepsAs(new BigDecimal("2.5E+4"), new BigDecimal("25000.00"));
        RoundTrip.of(database, SqlTypes.decimal(15, 15)).keeps(new BigDecimal("0.123456789012345"));
        RoundTrip.of(database, SqlTypes.decimal(15, 0)).keeps(new BigDecimal("999999999999999"));
    }

    @DatabaseTest
    void decimalsOfManyDigitsAreExactOrRefused(DatabaseFixture database) {
        BigDecimal sixteen = new BigDecimal("12345678901234.56");
        BigDecimal widest = new BigDecimal("-9999999999999999999999999999.9999999999");
        RoundTrip<BigDecimal> decimals = RoundTrip.of(database, SqlTypes.decimal(38, 10));
        if (isSqlite(database)) {
            decimals.refuses(sixteen, "ALK-1407").refuses(widest, "ALK-1407");
            SqlType<BigDecimal> asText = SqlTypes.TEXT.as(BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
            RoundTrip.of(database, asText).keeps(widest);
        } else {
            decimals.keepsAs(sixteen, new BigDecimal("12345678901234.5600000000"))
                    .keeps(widest);
        }
    }

    @DatabaseTest
    void decimalsWithoutPrecisionKeepTheirValue(DatabaseFixture database) {
        RoundTrip<BigDecimal> decimals = RoundTrip.of(database, SqlTypes.DECIMAL);
        for (String text : new String[] {"0", "0.5", "-123456.789", "100", "0.000001", "123456789012345"}) {
            assertThat(decimals.readBack(new BigDecimal(text))).as(text).isEqualByComparingTo(new BigDecimal(text));
        }
    }

    @DatabaseTest
    void decimalsSortAsNumbers(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.decimal(12, 2))
                .sorts(
                        new BigDecimal("-10.00"),
                        new BigDecimal("-9.50"),
                        new BigDecimal("2.00"),
                        new BigDecimal("10.00"));
    }

    @DatabaseTest
    void bigIntegers(DatabaseFixture database) {
        RoundTrip<BigInteger> integers = RoundTrip.of(database, SqlTypes.BIG_INTEGER)
                .keeps(BigInteger.ZERO, BigInteger.valueOf(-1), new BigInteger("999999999999999"));
        BigInteger widest = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
        if (isSqlite(database)) {
            integers.refuses(widest, "ALK-1407");
        } else {
            integers.keeps(widest, widest.negate());
        }
    }
}
