package org.alkahest.dialect.sqlserver;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.alkahest.type.AlkahestArgumentException;

/** Values as SQL text where SQL Server's spelling is its own ("Constants (Transact-SQL)", version 16). */
final class SqlServerLiterals {
    private static final Pattern COLLATION = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    /** "Backslash (Line Continuation)": both would vanish. */
    private static final Pattern CONTINUATION = Pattern.compile("\\\\(?=\\r?\\n)");

    private SqlServerLiterals() {}

    /** Unicode text; without N, letters that the database's code page lacks would become question marks. */
    static String text(String value) {
        String[] parts = CONTINUATION.split(value, -1);
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            sql.append(i == 0 ? "N'" : "\\' + N'").append(parts[i].replace("'", "''"));
        }
        sql.append("'");
        return parts.length == 1 ? sql.toString() : "(" + sql + ")";
    }

    static String bytes(byte[] value) {
        return "0x" + HexFormat.of().formatHex(value);
    }

    /** The ISO format, which no language setting of the session reads differently. */
    static String date(LocalDate value) {
        return "CAST('" + value + "' AS DATE)";
    }

    static String time(LocalTime value) {
        return "CAST('" + TIME.format(value) + "' AS TIME(6))";
    }

    static String timestamp(LocalDateTime value) {
        return "CAST('" + TIMESTAMP.format(value) + "' AS DATETIME2(6))";
    }

    static String instant(OffsetDateTime value) {
        return "CAST('" + TIMESTAMP.format(value.withOffsetSameInstant(ZoneOffset.UTC))
                + "+00:00' AS DATETIMEOFFSET(6))";
    }

    /** A collation is a keyword, not an identifier: quotes around it are an error ("COLLATE"). */
    static String collation(String name) {
        if (!COLLATION.matcher(name).matches()) {
            throw new AlkahestArgumentException(
                    "ALK-1392",
                    "Cannot collate by '" + name + "': collations of " + SqlServerDialect.NAME
                            + " are letters, digits and underscores. Use one of sys.fn_helpcollations().");
        }
        return name;
    }
}
