package org.alkahest.dialect.sqlite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.alkahest.type.AlkahestArgumentException;

/**
 * Dates and times as ISO text in the form of SQLite's own functions (https://www.sqlite.org/lang_datefunc.html), so that
 * {@code CURRENT_TIMESTAMP} defaults, date functions and order agree with what is written here. A fraction is six digits,
 * or left out where it is zero. Instants are in UTC with {@code +00:00}, which sorts before a fraction where {@code Z} would not.
 */
final class SqliteTimes {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    /** Date, then {@code T} or blanks and a time, then an offset: each part after the date may be missing. */
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd[['T'][ ]HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[ ]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .appendPattern("]")
            .toFormatter(Locale.ROOT);

    private SqliteTimes() {}

    static String write(LocalDate value) {
        int year = value.getYear();
        if (year < 0 || year > 9999) {
            throw new AlkahestArgumentException(
                    "ALK-1408",
                    "Cannot send the date " + value + " to SQLite: its year is outside 0 to 9999, beyond which SQLite's"
                            + " date functions and the order of ISO text fail. Use null for no limit, or map the column"
                            + " as a number.");
        }
        return DATE.format(value);
    }

    static String write(LocalTime value) {
        return (value.get(ChronoField.MICRO_OF_SECOND) == 0 ? SECONDS : MICROS).format(value);
    }

    static String write(LocalDateTime value) {
        return write(value.toLocalDate()) + " " + write(value.toLocalTime());
    }

    static String write(OffsetDateTime value) {
        return write(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "+00:00";
    }

    static LocalDate readDate(String text) {
        return LENIENT.parse(text, LocalDate::from);
    }

    static LocalTime readTime(String text) {
        return LocalTime.parse(text);
    }

    static LocalDateTime readTimestamp(String text) {
        TemporalAccessor parsed = LENIENT.parse(text);
        return LocalDate.from(parsed).atTime(timeOf(parsed));
    }

    /** Without an offset it is UTC, as SQLite's own functions take it. */
    static OffsetDateTime readInstant(String text) {
        TemporalAccessor parsed = LENIENT.parse(text);
        ZoneOffset offset = parsed.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(parsed) : ZoneOffset.UTC;
        return LocalDate.from(parsed).atTime(timeOf(parsed)).atOffset(offset).withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static LocalTime timeOf(TemporalAccessor parsed) {
        return parsed.isSupported(ChronoField.NANO_OF_DAY) ? LocalTime.from(parsed) : LocalTime.MIDNIGHT;
    }
}
