package org.alkahest.dialect.sqlserver;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.Vendor;
import org.alkahest.type.VendorType;

/**
 * Types of SQL Server that the types of {@link SqlTypes} do not reach ("Data types (Transact-SQL)", version 16); other
 * databases refuse them (ALK-1210). {@code SqlTypes.UUID} is UNIQUEIDENTIFIER, {@code TIMESTAMP_WITH_TIME_ZONE}
 * DATETIMEOFFSET(6) and {@code TEXT} NVARCHAR(MAX) already.
 */
public final class SqlServerTypes {
    private static final Vendor VENDOR = Vendor.of(SqlServerDialect.NAME);

    /** Amounts with four digits after the point, up to 922,337,203,685,477.5807. */
    public static final SqlType<BigDecimal> MONEY = named("MONEY", SqlTypes.decimal(19, 4));
    /** Amounts with four digits after the point, up to 214,748.3647. */
    public static final SqlType<BigDecimal> SMALLMONEY = named("SMALLMONEY", SqlTypes.decimal(10, 4));
    /** The number of a row's last change in the database, eight bytes that the server writes; not to be set. */
    public static final SqlType<byte[]> ROWVERSION = named("ROWVERSION", SqlTypes.binary(8));
    /** A document, which the server keeps parsed, not as it was written. */
    public static final SqlType<String> XML = named("XML", SqlTypes.TEXT);
    /** To a three-hundredth of a second. */
    public static final SqlType<LocalDateTime> DATETIME = named("DATETIME", SqlTypes.TIMESTAMP);
    /** To the minute. */
    public static final SqlType<LocalDateTime> SMALLDATETIME = named("SMALLDATETIME", SqlTypes.TIMESTAMP);

    private SqlServerTypes() {}

    /** {@code DATETIMEOFFSET(digits)}, from 0 to 7 digits of a second's fraction (else ALK-1446); the server rounds. */
    public static SqlType<OffsetDateTime> datetimeOffset(int digits) {
        return named(
                "DATETIMEOFFSET(" + within("DATETIMEOFFSET", 0, digits, 7) + ")", SqlTypes.TIMESTAMP_WITH_TIME_ZONE);
    }

    /** {@code DATETIME2(digits)}, from 0 to 7 digits of a second's fraction (else ALK-1446); the server rounds. */
    public static SqlType<LocalDateTime> datetime2(int digits) {
        return named("DATETIME2(" + within("DATETIME2", 0, digits, 7) + ")", SqlTypes.TIMESTAMP);
    }

    /** Text in the code page of the collation, up to 8,000 bytes (else ALK-1446). */
    public static SqlType<String> varchar(int bytes) {
        return named("VARCHAR(" + within("VARCHAR", 1, bytes, 8_000) + ")", SqlTypes.varchar(bytes));
    }

    /** Text in the code page of the collation, of exactly so many bytes, up to 8,000 (else ALK-1446). */
    public static SqlType<String> character(int bytes) {
        return named("CHAR(" + within("CHAR", 1, bytes, 8_000) + ")", SqlTypes.character(bytes));
    }

    private static <T> SqlType<T> named(String name, SqlType<T> values) {
        return values.withVendor(VendorType.plain(VENDOR, name));
    }

    private static int within(String type, int least, int number, int most) {
        if (number < least || number > most) {
            throw new AlkahestArgumentException(
                    "ALK-1446",
                    "Cannot make " + type + "(" + number + "): it takes " + least + " to " + most
                            + ". Give a number in between.");
        }
        return number;
    }
}
