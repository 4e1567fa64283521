package org.alkahest.dialect.duckdb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** What the driver does otherwise than JDBC 4.3 says. */
final class DuckdbCodecs {
    private static final int MAX_DIGITS = 38;
    private static final Codec<String> TEXT =
            Codec.of(JDBCType.VARCHAR, ResultSet::getString, PreparedStatement::setString);
    private static final Codec<BigDecimal> DECIMAL =
            Codec.of(JDBCType.DECIMAL, ResultSet::getBigDecimal, PreparedStatement::setBigDecimal);

    private DuckdbCodecs() {}

    static Codecs all() {
        return Codecs.standard()
                .with(TypeName.DECIMAL, type -> DECIMAL.map(value -> fitting(value, type), value -> value))
                .with(TypeName.CHAR, type -> TEXT.map(value -> padded(value, type), value -> value));
    }

    /** A decimal as the database can take it: at most 38 digits, and none of them left out at the end. */
    private static BigDecimal fitting(BigDecimal value, SqlType<?> type) {
        boolean tooFine = type.precision() != SqlType.UNSET && value.scale() > type.scale();
        BigDecimal rounded = tooFine ? value.setScale(type.scale(), RoundingMode.HALF_UP) : value;
        BigDecimal plain = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        if (Math.max(plain.precision(), plain.scale()) > MAX_DIGITS) {
            throw new AlkahestArgumentException(
                    "ALK-1360",
                    "Cannot bind a decimal: it has more than the " + MAX_DIGITS
                            + " digits that DuckDB keeps. Round it, or map it to text.");
        }
        return plain;
    }

    /** As other databases pad CHAR, so that values compare equal there and here. */
    private static String padded(String value, SqlType<?> type) {
        int missing = type.length() - value.codePointCount(0, value.length());
        return missing <= 0 ? value : value + " ".repeat(missing);
    }
}
