package org.alkahest.compile;

import java.math.BigDecimal;
import java.util.HexFormat;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Conversion;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Values as SQL text, for DDL (which takes no parameters) and for display. Never used for statements that are sent with parameters. */
final class Literals {
    private Literals() {}

    static String write(SqlType<?> type, @Nullable Object value, DialectTraits traits) {
        if (value == null) {
            return "NULL";
        }
        Object stored = stored(type, value);
        return switch (stored) {
            case Boolean b ->
                traits.booleans() == DialectTraits.BooleanStyle.ONE_ZERO ? (b ? "1" : "0") : (b ? "TRUE" : "FALSE");
            case BigDecimal d -> d.toPlainString();
            case Number n -> n.toString();
            case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
            default -> quote(stored.toString());
        };
    }

    private static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new AlkahestArgumentException(
                    "ALK-1204", "Cannot write a text literal: it holds a NUL character. Send it as a parameter.");
        }
        return "'" + text.replace("'", "''") + "'";
    }

    private static Object stored(SqlType<?> type, Object value) {
        Conversion<?, ?> conversion = type.conversion();
        return conversion == null ? value : convert(conversion, value);
    }

    @SuppressWarnings("unchecked") // the value is of the type whose conversion this is
    private static <T, S> Object convert(Conversion<T, S> conversion, Object value) {
        S stored = conversion.toStorage().apply((T) value);
        return stored(conversion.storage(), stored);
    }
}
