package org.alkahest.dialect;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as text of the form that databases read: {@code {"a","b\"c",NULL}}, with the brackets of the database. Each element
 * stands in double quotes, in which a backslash takes the next character as it is. Arrays of arrays nest. Immutable.
 *
 * @param open the opening bracket
 * @param close the closing bracket
 * @param bytes how the database writes bytes
 */
public record ArrayText(String open, String close, Function<byte[], String> bytes) {
    /** The text of a list whose type is an array; elements are converted as their type says. */
    public String write(List<?> elements, SqlType<?> array) {
        SqlType<?> type = Objects.requireNonNull(array.element(), "not an array");
        StringJoiner text = new StringJoiner(",", open, close);
        for (Object element : elements) {
            text.add(element == null ? "NULL" : element(stored(type, element), type));
        }
        return text.toString();
    }

    private String element(Object stored, SqlType<?> type) {
        return switch (stored) {
            case List<?> inner -> write(inner, SqlType.storage(type));
            case byte[] binary -> quoted(bytes.apply(binary));
            case Duration duration -> quoted(IntervalCodecs.text(duration));
            case Period period -> quoted(IntervalCodecs.text(period));
            case BigDecimal number -> quoted(number.toPlainString());
            default -> quoted(stored.toString());
        };
    }

    private static String quoted(String element) {
        return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @SuppressWarnings("unchecked") // the element is of the type
    private static <T> Object stored(SqlType<T> type, Object element) {
        return SqlType.stored(type, (T) element);
    }

    /** The length that all lists inside a list have, null where they differ; for databases whose arrays are rectangular. */
    public static @Nullable Integer commonLength(List<?> lists) {
        Integer common = null;
        for (Object each : lists) {
            Integer length = each instanceof List<?> list ? list.size() : null;
            if (length == null || (common != null && !common.equals(length))) {
                return null;
            }
            common = length;
        }
        return common;
    }
}
