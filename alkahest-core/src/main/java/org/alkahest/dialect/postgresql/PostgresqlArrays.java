package org.alkahest.dialect.postgresql;

import java.sql.JDBCType;
import java.util.HexFormat;
import java.util.List;
import org.alkahest.dialect.ArrayText;
import org.alkahest.dialect.IntervalCodecs;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** Arrays as the text that the server reads (https://www.postgresql.org/docs/18/arrays.html, 8.15.2). */
final class PostgresqlArrays {
    private static final Codecs ELEMENTS = IntervalCodecs.in(Codecs.standard());

    private static final ArrayText TEXT =
            new ArrayText("{", "}", bytes -> "\\x" + HexFormat.of().formatHex(bytes));

    private PostgresqlArrays() {}

    /** Reads as JDBC says, and sends text. */
    static Codec<?> codec(SqlType<?> type) {
        Codec<?> standard = ELEMENTS.codec(type);
        return Codec.<Object>of(
                JDBCType.VARCHAR,
                standard::read,
                (statement, index, value) -> statement.setString(index, write((List<?>) value, type)));
    }

    private static String write(List<?> elements, SqlType<?> type) {
        requireRectangular(elements, type);
        return TEXT.write(elements, type);
    }

    /** The arrays inside an array have one length, which is not zero; none is NULL (docs/18/arrays.html, 8.15.1). */
    private static void requireRectangular(List<?> elements, SqlType<?> type) {
        SqlType<?> inner = type.element();
        if (inner == null || inner.name() != TypeName.ARRAY || elements.isEmpty()) {
            return;
        }
        Integer length = ArrayText.commonLength(elements);
        if (length == null || length == 0) {
            throw new AlkahestArgumentException(
                    "ALK-1173",
                    "Cannot bind an array of arrays: PostgreSQL's have the same number of elements inside each, at"
                            + " least one, and these have not. Pad them, or map the column to JSON.");
        }
        elements.forEach(each -> requireRectangular((List<?>) each, inner));
    }
}
