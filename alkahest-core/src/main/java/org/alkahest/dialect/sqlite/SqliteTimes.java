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
    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;

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
        return value.toString(); // of these years always uuuu-MM-dd
    }

    static String write(LocalTime value) {
        StringBuilder text = new StringBuilder(15);
        twoDigits(text, value.getHour()).append(':');
        twoDigits(text, value.getMinute()).append(':');
        twoDigits(text, value.getSecond());
        int micros = value.getNano() / 1000;
        if (micros != 0) {
            text.append('.');
            twoDigits(text, micros / 10_000);
            twoDigits(text, micros / 100 % 100);
            twoDigits(text, micros % 100);
        }
        return text.toString();
    }

    static String write(LocalDateTime value) {
        return write(value.toLocalDate()) + " " + write(value.toLocalTime());
    }

    static String write(OffsetDateTime value) {
        return write(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "+00:00";
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** What {@link #write} wrote is read without a formatter, which would make half a kilobyte of objects for each. */
    static LocalDate readDate(String text) {
        return text.length() == DATE_LENGTH && isPlainDate(text)
                ? plainDate(text)
                : LENIENT.parse(text, LocalDate::from);
    }

    private static boolean isPlainDate(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && areDigits(text, 0, 4)
                && areDigits(text, 5, 7)
                && areDigits(text, 8, DATE_LENGTH);
    }

    private static LocalDate plainDate(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE_LENGTH));
    }

    private static boolean isPlainTimestamp(String text) {
        return text.length() == SECONDS_LENGTH
                && isPlainDate(text)
                && (text.charAt(DATE_LENGTH) == ' ' || text.charAt(DATE_LENGTH) == 'T')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && areDigits(text, 11, 13)
                && areDigits(text, 14, 16)
                && areDigits(text, 17, SECONDS_LENGTH);
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    static LocalTime readTime(String text) {
        return LocalTime.parse(text);
    }

    static LocalDateTime readTimestamp(String text) {
        if (isPlainTimestamp(text)) {
            return plainDate(text).atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, SECONDS_LENGTH));
        }
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
