package org.alkahest.dialect.postgresql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates and timestamps as the server writes them in ranges, in date style ISO, which the driver demands
 * (docs/18/datatype-datetime.html, 8.5.2). The limits of the Java types stand for infinity, as in the driver. Parts finer
 * than microseconds are cut off.
 */
final class TimeText {
    private static final String INFINITY = "infinity";
    private static final String MINUS_INFINITY = "-infinity";
    private static final String BC = " BC";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private TimeText() {}

    static String write(LocalDate date) {
        if (date.equals(LocalDate.MAX)) {
            return INFINITY;
        }
        return date.equals(LocalDate.MIN) ? MINUS_INFINITY : day(date) + era(date);
    }

    static LocalDate readDate(String text) {
        return switch (text) {
            case INFINITY -> LocalDate.MAX;
            case MINUS_INFINITY -> LocalDate.MIN;
            default -> day(withoutEra(text), text.endsWith(BC));
        };
    }

    static String write(LocalDateTime time) {
        if (time.equals(LocalDateTime.MAX)) {
            return INFINITY;
        }
        return time.equals(LocalDateTime.MIN) ? MINUS_INFINITY : moment(time) + era(time.toLocalDate());
    }

    static LocalDateTime readTimestamp(String text) {
        return switch (text) {
            case INFINITY -> LocalDateTime.MAX;
            case MINUS_INFINITY -> LocalDateTime.MIN;
            default -> moment(withoutEra(text), text.endsWith(BC));
        };
    }

    static String write(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MAX)) {
            return INFINITY;
        }
        if (time.equals(OffsetDateTime.MIN)) {
            return MINUS_INFINITY;
        }
        LocalDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return moment(utc) + "+00" + era(utc.toLocalDate());
    }

    /** In UTC. The offset is that of the session's time zone, of hours, minutes and seconds as far as it has them. */
    static OffsetDateTime readInstant(String text) {
        return switch (text) {
            case INFINITY -> OffsetDateTime.MAX;
            case MINUS_INFINITY -> OffsetDateTime.MIN;
            default -> {
                String plain = withoutEra(text);
                int sign = Math.max(plain.lastIndexOf('+'), plain.lastIndexOf('-'));
                LocalDateTime local = moment(plain.substring(0, sign), text.endsWith(BC));
                yield local.atOffset(ZoneOffset.of(plain.substring(sign))).withOffsetSameInstant(ZoneOffset.UTC);
            }
        };
    }

    private static String moment(LocalDateTime time) {
        return day(time.toLocalDate()) + " " + TIME.format(time.truncatedTo(ChronoUnit.MICROS));
    }

    private static LocalDateTime moment(String text, boolean beforeChrist) {
        int blank = text.indexOf(' ');
        return day(text.substring(0, blank), beforeChrist).atTime(LocalTime.parse(text.substring(blank + 1)));
    }

    /** The year before 1 AD is 1 BC, which Java counts as year 0. */
    private static String day(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static LocalDate day(String text, boolean beforeChrist) {
        int dash = text.indexOf('-');
        int year = Integer.parseInt(text.substring(0, dash));
        int month = Integer.parseInt(text.substring(dash + 1, dash + 3));
        return LocalDate.of(beforeChrist ? 1 - year : year, month, Integer.parseInt(text.substring(dash + 4)));
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : BC;
    }

    private static String withoutEra(String text) {
        return text.endsWith(BC) ? text.substring(0, text.length() - BC.length()) : text;
    }
}
