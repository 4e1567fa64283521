package org.alkahest.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of database columns that come back inside JSON, in any of the ways in which databases write them there. */
final class JsonValues {
    /** Databases write {@code +00}, {@code +00:00}, {@code +0000}, {@code Z}, or nothing for UTC. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private JsonValues() {}

    /** The value of a type that JSON text stands for; null for JSON null. */
    static <T> @Nullable T read(String json, SqlType<T> type) {
        Conversion<T, ?> conversion = type.conversion();
        return conversion == null ? readStored(json, type) : readConverted(json, conversion);
    }

    private static <T, S> @Nullable T readConverted(String json, Conversion<T, S> conversion) {
        S stored = read(json, conversion.storage());
        return stored == null ? null : conversion.fromStorage().apply(stored);
    }

    @SuppressWarnings("unchecked") // a type name tells the Java type of values without conversion
    private static <T> @Nullable T readStored(String json, SqlType<T> type) {
        String text = JsonText.content(json);
        return text == null ? null : (T) value(text, type);
    }

    private static List<@Nullable Object> elements(String json, @Nullable SqlType<?> element) {
        List<@Nullable Object> all = new ArrayList<>();
        for (String each : JsonText.elements(json)) {
            all.add(element == null ? each : read(each, element));
        }
        return all;
    }

    private static Object value(String text, SqlType<?> type) {
        return switch (type.name()) {
            case BOOLEAN -> text.equals("1") || text.equals("t") || text.equalsIgnoreCase("true");
            case SMALLINT -> new BigDecimal(text).shortValueExact();
            case INTEGER -> new BigDecimal(text).intValueExact();
            case BIGINT -> new BigDecimal(text).longValueExact();
            case DECIMAL -> scaled(new BigDecimal(text), type.scale());
            case REAL -> Float.valueOf(floating(text));
            case DOUBLE -> Double.valueOf(floating(text));
            case CHAR -> padded(text, type.length());
            case BINARY -> HexFormat.of().parseHex(text.startsWith("\\x") ? text.substring(2) : text);
            case DATE -> LocalDate.parse(isoDate(text));
            case TIME -> LocalTime.parse(text.substring(text.replace(' ', 'T').indexOf('T') + 1));
            case TIMESTAMP -> LocalDateTime.parse(text.replace(' ', 'T'));
            case TIMESTAMP_WITH_TIME_ZONE -> instant(text.replaceFirst(" ", "T"));
            case INTERVAL_DAY_TIME ->
                isNumber(text) ? IntervalText.ofMicros(Long.parseLong(text)) : IntervalText.duration(text);
            case INTERVAL_YEAR_MONTH ->
                isNumber(text) ? IntervalText.ofMonths(Long.parseLong(text)) : IntervalText.period(text);
            case UUID -> uuid(text);
            case ARRAY -> elements(text, type.element());
            case VARCHAR, TEXT, JSON, OTHER -> text;
        };
    }

    /** Where a database has no intervals, they are numbers. */
    private static boolean isNumber(String text) {
        return text.chars().skip(text.startsWith("-") ? 1 : 0).allMatch(Character::isDigit);
    }

    private static BigDecimal scaled(BigDecimal value, int scale) {
        return scale == SqlType.UNSET ? value : value.setScale(scale, RoundingMode.HALF_UP);
    }

    private static String floating(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> "NaN";
            case "inf", "+inf", "infinity" -> "Infinity";
            case "-inf", "-infinity" -> "-Infinity";
            default -> text;
        };
    }

    /** As databases pad CHAR; many forget it inside JSON. */
    private static String padded(String text, int length) {
        int missing = length - text.codePointCount(0, text.length());
        return missing <= 0 ? text : text + " ".repeat(missing);
    }

    private static String isoDate(String text) {
        int time = text.replace(' ', 'T').indexOf('T');
        return time < 0 ? text : text.substring(0, time);
    }

    private static OffsetDateTime instant(String text) {
        return (OffsetDateTime) INSTANT.parseBest(
                text,
                found -> OffsetDateTime.from(found).withOffsetSameInstant(ZoneOffset.UTC),
                found -> LocalDateTime.from(found).atOffset(ZoneOffset.UTC));
    }

    private static UUID uuid(String text) {
        if (text.length() != 32) {
            return UUID.fromString(text);
        }
        return UUID.fromString(String.join(
                "-",
                List.of(
                        text.substring(0, 8),
                        text.substring(8, 12),
                        text.substring(12, 16),
                        text.substring(16, 20),
                        text.substring(20))));
    }
}
