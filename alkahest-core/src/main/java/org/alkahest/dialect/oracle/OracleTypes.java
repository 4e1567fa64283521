package org.alkahest.dialect.oracle;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;

/**
 * Types of Oracle that the types of {@link SqlTypes} do not reach (SQL Language Reference, "Data Types"); other databases
 * refuse them (ALK-1210). {@code SqlTypes.DECIMAL} is NUMBER, {@code DOUBLE} BINARY_DOUBLE, {@code binary(n)} RAW and
 * {@code TEXT} CLOB already.
 */
public final class OracleTypes {
    /** Where a row lies, in 18 characters. */
    public static final SqlType<String> ROWID = text("ROWID", SqlTypes.varchar(18));
    /** Where a row lies, be it in a table that is organised as an index. */
    public static final SqlType<String> UROWID = text("UROWID", SqlTypes.varchar(4000));
    /** Text of any length in the national character set. */
    public static final SqlType<String> NCLOB = text("NCLOB", SqlTypes.TEXT);
    /** A date with a time, to the second; parts of it are cut off. */
    public static final SqlType<LocalDateTime> DATE = SqlTypes.TIMESTAMP
            .withVendor(VendorType.plain(OracleDialect.VENDOR, "DATE"))
            .as(LocalDateTime.class, OracleTypes::seconds, time -> time)
            .withSame((a, b) -> seconds(a).equals(seconds(b)));
    /** An instant, kept in the database's time zone. */
    public static final SqlType<OffsetDateTime> TIMESTAMP_WITH_LOCAL_TIME_ZONE =
            SqlTypes.TIMESTAMP_WITH_TIME_ZONE.withVendor(
                    VendorType.plain(OracleDialect.VENDOR, "TIMESTAMP(6) WITH LOCAL TIME ZONE"));
    /** Decimal numbers of any size, with 38 digits or more. */
    public static final SqlType<BigDecimal> FLOAT =
            SqlTypes.DECIMAL.withVendor(VendorType.plain(OracleDialect.VENDOR, "FLOAT"));

    private OracleTypes() {}

    /** Text of the national character set, up to a length in characters, 1 or more (else ALK-1446). */
    public static SqlType<String> nvarchar2(int length) {
        return text("NVARCHAR2(" + positive("NVARCHAR2", length) + ")", SqlTypes.varchar(length));
    }

    /** Text of the national character set of a length in characters, 1 or more (else ALK-1446). */
    public static SqlType<String> nchar(int length) {
        return text("NCHAR(" + positive("NCHAR", length) + ")", SqlTypes.character(length));
    }

    private static SqlType<String> text(String name, SqlType<String> values) {
        return values.withVendor(VendorType.plain(OracleDialect.VENDOR, name));
    }

    private static int positive(String name, int length) {
        if (length < 1) {
            throw new AlkahestArgumentException(
                    "ALK-1446",
                    "Cannot make " + name + "(" + length + "): it takes 1 or more. Give a positive number.");
        }
        return length;
    }

    private static LocalDateTime seconds(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
