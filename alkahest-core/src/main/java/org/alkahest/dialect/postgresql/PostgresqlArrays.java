package org.alkahest.dialect.postgresql;

import java.math.BigDecimal;
import java.sql.JDBCType;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.Conversion;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Arrays as the text that the server reads (https://www.postgresql.org/docs/18/arrays.html, 8.15.2). */
final class PostgresqlArrays {
    private PostgresqlArrays() {}

    /** Reads as JDBC says, and sends text. */
    static Codec<?> codec(SqlType<?> type) {
        Codec<?> standard = Codecs.standard().codec(type);
        return Codec.<Object>of(
                JDBCType.VARCHAR,
                standard::read,
                (statement, index, value) -> statement.setString(index, write((List<?>) value, type.element())));
    }

    private static String write(List<?> elements, @Nullable SqlType<?> type) {
        StringJoiner text = new StringJoiner(",", "{", "}");
        for (Object element : elements) {
            text.add(element == null || type == null ? "NULL" : quoted(plain(stored(type, element))));
        }
        return text.toString();
    }

    private static String quoted(String element) {
        return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String plain(Object stored) {
        return switch (stored) {
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            case BigDecimal number -> number.toPlainString();
            default -> stored.toString();
        };
    }

    @SuppressWarnings("unchecked") // the element is of the type whose conversion this is
    private static <T> Object stored(SqlType<T> type, Object element) {
        Conversion<T, ?> conversion = type.conversion();
        return conversion == null ? element : converted(conversion, (T) element);
    }

    private static <T, S> Object converted(Conversion<T, S> conversion, T element) {
        return stored(conversion.storage(), conversion.toStorage().apply(element));
    }
}
