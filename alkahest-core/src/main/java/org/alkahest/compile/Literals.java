package org.alkahest.compile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Conversion;
import org.alkahest.type.IntervalText;
import org.alkahest.type.SqlType;

/**
 * Values as SQL text (SQL:2023 part 2, 5.3), for DDL, which takes no parameters, and for display. Never used for statements
 * that are sent with parameters.
 */
final class Literals {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private Literals() {}

    /** The text of a value that {@link #stored} gave. */
    static String write(Object stored, DialectTraits traits) {
        return switch (stored) {
            case Boolean b ->
                traits.booleans() == Styles.BooleanStyle.ONE_ZERO ? (b ? "1" : "0") : (b ? "TRUE" : "FALSE");
            case BigDecimal d -> d.toPlainString();
            case Double d -> finite(d, d.isNaN() || d.isInfinite());
            case Float f -> finite(f, f.isNaN() || f.isInfinite());
            case Number n -> n.toString();
            case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
            case Duration d ->
                traits.has(Feature.INTERVALS)
                        ? "INTERVAL '" + IntervalText.dayToSecond(d) + "' DAY(9) TO SECOND(6)"
                        : Long.toString(IntervalText.micros(d));
            case Period p ->
                traits.has(Feature.INTERVALS)
                        ? "INTERVAL '" + IntervalText.yearToMonth(p) + "' YEAR(9) TO MONTH"
                        : Integer.toString(IntervalText.months(p));
            case LocalDate d -> "DATE '" + d + "'";
            case LocalTime t -> "TIME '" + TIME.format(t) + "'";
            case LocalDateTime t -> "TIMESTAMP '" + timestamp(t) + "'";
            case OffsetDateTime t ->
                "TIMESTAMP WITH TIME ZONE '"
                        + timestamp(t.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "+00:00'";
            default -> quote(stored.toString());
        };
    }

    /** A value after the conversions of its type. */
    static Object stored(SqlType<?> type, Object value) {
        Conversion<?, ?> conversion = type.conversion();
        return conversion == null ? value : convert(conversion, value);
    }

    private static String timestamp(LocalDateTime value) {
        return value.toLocalDate() + " " + TIME.format(value.toLocalTime());
    }

    private static String finite(Number number, boolean isNot) {
        if (isNot) {
            throw new AlkahestArgumentException(
                    "ALK-1204", "Cannot write a literal: " + number + " is no number in SQL. Send it as a parameter.");
        }
        return number.toString();
    }

    /** Text in quotes; errors with ALK-1204 if it holds a NUL. */
    static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new AlkahestArgumentException(
                    "ALK-1204", "Cannot write a text literal: it holds a NUL character. Send it as a parameter.");
        }
        return "'" + text.replace("'", "''") + "'";
    }

    @SuppressWarnings("unchecked") // the value is of the type whose conversion this is
    private static <T, S> Object convert(Conversion<T, S> conversion, Object value) {
        S stored = conversion.toStorage().apply((T) value);
        return stored(conversion.storage(), stored);
    }
}
