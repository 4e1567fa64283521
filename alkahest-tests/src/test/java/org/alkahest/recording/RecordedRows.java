package org.alkahest.recording;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.util.Iterator;
import java.util.List;

/** A result of given rows. Values are given as the driver holds them, and converted as getters ask. */
final class RecordedRows {
    private final Iterator<? extends List<?>> rows;
    private List<?> current = List.of();
    private boolean wasNull;

    private RecordedRows(List<? extends List<?>> rows) {
        this.rows = rows.iterator();
    }

    static ResultSet of(List<? extends List<?>> rows) {
        RecordedRows state = new RecordedRows(rows);
        return JdbcRecorder.proxy(ResultSet.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "next" -> state.next();
            case "wasNull" -> state.wasNull;
            case "close" -> null;
            case "isClosed" -> false;
            default -> {
                if (!method.getName().startsWith("get") || !(arguments[0] instanceof Integer position)) {
                    throw JdbcRecorder.refused(method.getName());
                }
                Class<?> type =
                        arguments.length > 1 && arguments[1] instanceof Class<?> asked ? asked : method.getReturnType();
                yield state.value(position, type);
            }
        });
    }

    private boolean next() {
        boolean more = rows.hasNext();
        current = more ? rows.next() : List.of();
        return more;
    }

    private Object value(int position, Class<?> type) {
        Object value = current.get(position - 1);
        wasNull = value == null;
        if (type == String.class) {
            return value == null ? null : value.toString();
        }
        if (type == boolean.class) {
            return value instanceof Boolean truth ? truth : value instanceof Number number && number.intValue() != 0;
        }
        if (type.isPrimitive()) {
            return number(value == null ? 0 : (Number) value, type);
        }
        if (type == BigDecimal.class && value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        return type.cast(value);
    }

    private static Object number(Number value, Class<?> type) {
        return switch (type.getName()) {
            case "short" -> value.shortValue();
            case "int" -> value.intValue();
            case "long" -> value.longValue();
            case "float" -> value.floatValue();
            case "double" -> value.doubleValue();
            default -> throw JdbcRecorder.refused("a getter of " + type);
        };
    }
}
