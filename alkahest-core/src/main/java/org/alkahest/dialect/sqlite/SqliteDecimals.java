package org.alkahest.dialect.sqlite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Codec;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * DECIMAL as a number: an integer where it is one, else a double. A double carries 15 significant decimal digits there and
 * back without loss (IEEE 754, DBL_DIG), so more of them are refused before anything is sent. Sent as a number and not as
 * text, which compares greater than any number beside an expression without affinity such as {@code sum(amount)}.
 */
final class SqliteDecimals {
    private static final int DIGITS = 15;

    /** Well inside a double's range, where it still has all its digits. */
    private static final int MAX_EXPONENT = 300;

    private static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private SqliteDecimals() {}

    static Codec<BigDecimal> codec(SqlType<?> type) {
        int scale = type.scale();
        return Codec.of(JDBCType.NUMERIC, (row, index) -> read(row, index, scale), SqliteDecimals::write);
    }

    private static @Nullable BigDecimal read(ResultSet row, int index, int scale) throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        boolean real = text.indexOf('.') >= 0 || text.indexOf('e') >= 0;
        // A sum of doubles may be off in the 16th digit; integers are exact.
        BigDecimal exact = real && value.precision() > DIGITS ? value.round(ROUNDED) : value;
        if (scale != SqlType.UNSET) {
            return exact.setScale(scale, RoundingMode.HALF_UP);
        }
        BigDecimal plain = exact.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static void write(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        BigDecimal digits = value.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale();
        if (digits.precision() > DIGITS || Math.abs(exponent) > MAX_EXPONENT) {
            throw new AlkahestArgumentException(
                    "ALK-1407",
                    "Cannot send the decimal " + value + " to SQLite: it has " + digits.precision()
                            + " significant digits and SQLite keeps " + DIGITS
                            + ". Round the value, or map the column as text, for example"
                            + " SqlTypes.TEXT.as(BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new).");
        }
        if (digits.scale() <= 0 && exponent <= DIGITS) {
            statement.setLong(index, digits.longValueExact());
        } else {
            statement.setDouble(index, digits.doubleValue());
        }
    }
}
