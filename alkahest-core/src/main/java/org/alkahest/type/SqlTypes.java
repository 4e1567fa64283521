package org.alkahest.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The everyday types, and the type that a Java class has unless told otherwise. */
public final class SqlTypes {
    public static final SqlType<Boolean> BOOLEAN = plain(TypeName.BOOLEAN, Boolean.class);
    public static final SqlType<Short> SMALLINT = plain(TypeName.SMALLINT, Short.class);
    public static final SqlType<Integer> INTEGER = plain(TypeName.INTEGER, Integer.class);
    public static final SqlType<Long> BIGINT = plain(TypeName.BIGINT, Long.class);
    public static final SqlType<Float> REAL = plain(TypeName.REAL, Float.class);
    public static final SqlType<Double> DOUBLE = plain(TypeName.DOUBLE, Double.class);
    /** DECIMAL without a precision: compared by numeric value, whatever the scale. */
    public static final SqlType<BigDecimal> DECIMAL = decimalType(SqlType.UNSET, SqlType.UNSET);

    public static final SqlType<String> TEXT = plain(TypeName.TEXT, String.class);
    public static final SqlType<byte[]> BINARY = binary(SqlType.UNSET);
    public static final SqlType<LocalDate> DATE = plain(TypeName.DATE, LocalDate.class);
    /** TIME with microseconds, without a zone. Finer parts are cut off when a value is sent, on every database. */
    public static final SqlType<LocalTime> TIME =
            sameMicros(plain(TypeName.TIME, LocalTime.class), LocalTime::truncatedTo);
    /** TIMESTAMP with microseconds, without a zone. Finer parts are cut off when a value is sent, on every database. */
    public static final SqlType<LocalDateTime> TIMESTAMP =
            sameMicros(plain(TypeName.TIMESTAMP, LocalDateTime.class), LocalDateTime::truncatedTo);
    /**
     * An instant with microseconds: databases keep the instant, not the offset, so values come back in UTC. Finer parts are
     * cut off when a value is sent, on every database.
     */
    public static final SqlType<OffsetDateTime> TIMESTAMP_WITH_TIME_ZONE = new SqlType<>(
            TypeName.TIMESTAMP_WITH_TIME_ZONE,
            OffsetDateTime.class,
            SqlType.UNSET,
            SqlType.UNSET,
            SqlType.UNSET,
            null,
            new SqlType.Values<>(v -> v, (a, b) -> micros(a.toInstant()).equals(micros(b.toInstant())), false));

    public static final SqlType<UUID> UUID = plain(TypeName.UUID, UUID.class);
    /**
     * JSON as text. Databases may keep the value and not the text: blanks, the order of keys, and how a number is written.
     * SQL NULL is null; JSON null is the text {@code null}.
     */
    public static final SqlType<String> JSON =
            plain(TypeName.JSON, String.class).withSame(JsonText::same);

    /** A value of a type that only the database knows. */
    public static final SqlType<Object> OTHER = plain(TypeName.OTHER, Object.class);

    public static final SqlType<Byte> TINYINT = SMALLINT.as(Byte.class, Byte::shortValue, Short::byteValue);
    public static final SqlType<BigInteger> BIG_INTEGER =
            decimal(38, 0).as(BigInteger.class, BigDecimal::new, BigDecimal::toBigIntegerExact);
    public static final SqlType<Character> CHARACTER =
            character(1).as(Character.class, String::valueOf, s -> s.isEmpty() ? ' ' : s.charAt(0));
    public static final SqlType<Instant> INSTANT = sameMicros(
            TIMESTAMP_WITH_TIME_ZONE.as(Instant.class, i -> i.atOffset(ZoneOffset.UTC), OffsetDateTime::toInstant),
            Instant::truncatedTo);
    /** Kept as ISO text with its zone, such as {@code 2026-03-29T02:30+02:00[Europe/Berlin]}, so nothing is lost. */
    public static final SqlType<ZonedDateTime> ZONED_DATE_TIME =
            varchar(80).as(ZonedDateTime.class, ZonedDateTime::toString, ZonedDateTime::parse);

    public static final SqlType<OffsetTime> OFFSET_TIME =
            varchar(30).as(OffsetTime.class, OffsetTime::toString, OffsetTime::parse);
    /**
     * A duration with microseconds: an interval where the database has intervals, elsewhere the number of microseconds in a
     * BIGINT, so that durations are compared, sorted and added everywhere. Finer parts are cut off when a value is sent;
     * more than 292,000 years are refused (ALK-1175).
     */
    public static final SqlType<Duration> DURATION =
            sameMicros(plain(TypeName.INTERVAL_DAY_TIME, Duration.class), Duration::truncatedTo);
    /** A duration as ISO text: exact to the nanosecond and without a limit, but databases compare and sort the text. */
    public static final SqlType<Duration> DURATION_TEXT =
            varchar(40).as(Duration.class, Duration::toString, Duration::parse);

    /**
     * A period of years and months: an interval where the database has intervals, elsewhere the number of months. Values come
     * back in whole years and the months that are left; those with days are refused (ALK-1176).
     */
    public static final SqlType<Period> PERIOD_OF_MONTHS = plain(TypeName.INTERVAL_YEAR_MONTH, Period.class)
            .withSame((a, b) -> a.normalized().equals(b.normalized()));
    /** Any period as ISO text. */
    public static final SqlType<Period> PERIOD = varchar(40).as(Period.class, Period::toString, Period::parse);

    public static final SqlType<Year> YEAR = INTEGER.as(Year.class, Year::getValue, Year::of);
    /** Its own toString leaves out the plus sign that its parse wants beyond the year 9999. */
    private static final DateTimeFormatter YEAR_MONTH_TEXT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
            .appendPattern("-MM")
            .toFormatter(Locale.ROOT);

    public static final SqlType<YearMonth> YEAR_MONTH =
            varchar(16).as(YearMonth.class, YEAR_MONTH_TEXT::format, text -> YearMonth.parse(text, YEAR_MONTH_TEXT));
    public static final SqlType<MonthDay> MONTH_DAY =
            varchar(8).as(MonthDay.class, MonthDay::toString, MonthDay::parse);
    public static final SqlType<ZoneId> ZONE_ID = varchar(64).as(ZoneId.class, ZoneId::getId, ZoneId::of);
    public static final SqlType<ZoneOffset> ZONE_OFFSET =
            varchar(10).as(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);

    private static final Map<Class<?>, SqlType<?>> BY_CLASS = Map.ofEntries(
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(Byte.class, TINYINT),
            Map.entry(Short.class, SMALLINT),
            Map.entry(Integer.class, INTEGER),
            Map.entry(Long.class, BIGINT),
            Map.entry(Float.class, REAL),
            Map.entry(Double.class, DOUBLE),
            Map.entry(BigDecimal.class, DECIMAL),
            Map.entry(BigInteger.class, BIG_INTEGER),
            Map.entry(Character.class, CHARACTER),
            Map.entry(String.class, TEXT),
            Map.entry(byte[].class, BINARY),
            Map.entry(LocalDate.class, DATE),
            Map.entry(LocalTime.class, TIME),
            Map.entry(LocalDateTime.class, TIMESTAMP),
            Map.entry(OffsetDateTime.class, TIMESTAMP_WITH_TIME_ZONE),
            Map.entry(OffsetTime.class, OFFSET_TIME),
            Map.entry(ZonedDateTime.class, ZONED_DATE_TIME),
            Map.entry(Instant.class, INSTANT),
            Map.entry(Duration.class, DURATION),
            Map.entry(Period.class, PERIOD),
            Map.entry(Year.class, YEAR),
            Map.entry(YearMonth.class, YEAR_MONTH),
            Map.entry(MonthDay.class, MONTH_DAY),
            Map.entry(ZoneId.class, ZONE_ID),
            Map.entry(ZoneOffset.class, ZONE_OFFSET),
            Map.entry(UUID.class, UUID));

    /** Kept per class, as conversions are only equal to themselves and types are part of the statement cache's keys. */
    private static final ClassValue<SqlType<?>> ENUM_NAMES = new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // only asked for enum classes
        protected SqlType<?> computeValue(Class<?> type) {
            return newEnumName((Class) type);
        }
    };

    private static final ClassValue<SqlType<?>> ENUM_TYPES = new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // only asked for enum classes
        protected SqlType<?> computeValue(Class<?> type) {
            return enumType((Class) type, EnumType.of((Class) type));
        }
    };

    /** One type per enum: types with conversions are equal only if the conversions are the same objects. */
    private static final ClassValue<SqlType<?>> ENUMS = new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // asked for enums only
        protected SqlType<?> computeValue(Class<?> type) {
            return enumName((Class) type);
        }
    };

    private SqlTypes() {}

    /** A string of at most {@code length} characters. */
    public static SqlType<String> varchar(int length) {
        return sized(TypeName.VARCHAR, String.class, positive("length", length), SqlType.Values.immutable());
    }

    /** A string of exactly {@code length} characters: shorter ones are padded with blanks, which do not count. */
    public static SqlType<String> character(int length) {
        return sized(
                TypeName.CHAR,
                String.class,
                positive("length", length),
                new SqlType.Values<>(v -> v, (a, b) -> withoutPadding(a).equals(withoutPadding(b)), false));
    }

    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** At most {@code length} bytes; {@link SqlType#UNSET} for the widest type. */
    public static SqlType<byte[]> binary(int length) {
        return sized(TypeName.BINARY, byte[].class, length, SqlType.Values.bytes());
    }

    /** An exact number of {@code precision} digits, {@code scale} of them after the point. */
    public static SqlType<BigDecimal> decimal(int precision, int scale) {
        positive("precision", precision);
        if (scale < 0 || scale > precision) {
            throw new AlkahestArgumentException(
                    "ALK-1402",
                    "Cannot make DECIMAL(" + precision + ", " + scale + "): the scale is outside 0 to " + precision
                            + ". Give a scale that is not above the precision.");
        }
        return decimalType(precision, scale);
    }

    /** A type that only some databases have, whose values travel as the text that the database reads and writes. */
    public static SqlType<String> vendor(VendorType type) {
        return plain(TypeName.OTHER, String.class).withVendor(type);
    }

    /** An enum stored by its constants' names, in as many characters as the longest has; the same type each time. */
    @SuppressWarnings("unchecked") // the type that is kept for a class is made for it
    public static <E extends Enum<E>> SqlType<E> enumName(Class<E> type) {
        return (SqlType<E>) ENUM_NAMES.get(type);
    }

    private static <E extends Enum<E>> SqlType<E> newEnumName(Class<E> type) {
        int longest = 1;
        for (E constant : type.getEnumConstants()) {
            longest = Math.max(longest, constant.name().length());
        }
        return enumName(type, longest);
    }

    /** An enum stored by its constants' names in a column of at most {@code length} characters. */
    public static <E extends Enum<E>> SqlType<E> enumName(Class<E> type, int length) {
        return varchar(length).as(type, Enum::name, enumConstants(type));
    }

    /**
     * An enum in a type of the database's own that has its constants' names as labels, in their order: where types have names it is created
     * by the enum's name in snake case, as {@link #enumType(Class, EnumType)} says. The same type each time.
     */
    @SuppressWarnings("unchecked") // the type that is kept for a class is made for it
    public static <E extends Enum<E>> SqlType<E> enumType(Class<E> type) {
        return (SqlType<E>) ENUM_TYPES.get(type);
    }

    /**
     * An enum in a type of the database's own. Where types have names it is created with the first table that uses it and
     * dropped with the tables; elsewhere it is written into the column, or the column is a string with a check. Only native
     * types sort in the order of the constants. Keep the result in a constant: two of them are not equal.
     *
     * @param labels the name of the type and its labels, among them the names of all constants
     */
    public static <E extends Enum<E>> SqlType<E> enumType(Class<E> type, EnumType labels) {
        return varchar(labels.length()).withEnumeration(labels).as(type, Enum::name, enumConstants(type));
    }

    /**
     * An enumerated type of the database's own without a class in Java: its labels as strings. Equal for equal labels and names.
     */
    public static SqlType<String> enumLabels(EnumType labels) {
        return varchar(labels.length()).withEnumeration(labels);
    }

    /** An enum stored by its constants' ordinals. */
    @SuppressWarnings("EnumOrdinal") // what JPA's EnumType.ORDINAL means
    public static <E extends Enum<E>> SqlType<E> enumOrdinal(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return SMALLINT.as(type, e -> (short) e.ordinal(), ordinal -> {
            if (ordinal < 0 || ordinal >= constants.length) {
                throw unknownConstant(type, ordinal.toString());
            }
            return constants[ordinal];
        });
    }

    /** Arrays of any length as lists, which may hold nulls. Those that are read belong to the reader, who may change them. */
    @SuppressWarnings("unchecked") // the class of a list says nothing of its elements
    public static <E> SqlType<List<E>> array(SqlType<E> element) {
        return new SqlType<>(
                TypeName.ARRAY,
                (Class<List<E>>) (Class<?>) List.class,
                SqlType.UNSET,
                SqlType.UNSET,
                SqlType.UNSET,
                null,
                Objects.requireNonNull(element, "element is null"),
                new SqlType.Values<>(list -> copied(element, list), (a, b) -> sameElements(element, a, b), true));
    }

    private static <E> List<E> copied(SqlType<E> element, List<E> list) {
        List<E> copy = new ArrayList<>(list);
        if (element.isMutable()) {
            copy.replaceAll(each -> each == null ? each : element.copy(each));
        }
        return copy;
    }

    private static <E> boolean sameElements(SqlType<E> element, List<E> a, List<E> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = element.same(a.get(i), b.get(i));
        }
        return same;
    }

    /**
     * JSON as values of a class by Jackson: {@code JsonNode}, a record, a class, a list. Values may change in place. JSON
     * null is what Jackson makes of it: a {@code NullNode}, else null. Errors with ALK-1170 where Jackson is missing.
     */
    public static <T> SqlType<T> json(Class<T> javaType) {
        try {
            return JacksonTypes.of(javaType);
        } catch (NoClassDefFoundError e) {
            throw withoutJackson(e);
        }
    }

    /** JSON objects as maps of strings, numbers, truth values, lists, maps and nulls; as {@link #json(Class)}. */
    public static SqlType<Map<String, Object>> jsonMap() {
        try {
            return JacksonTypes.map();
        } catch (NoClassDefFoundError e) {
            throw withoutJackson(e);
        }
    }

    private static AlkahestArgumentException withoutJackson(NoClassDefFoundError cause) {
        return new AlkahestArgumentException(
                "ALK-1170",
                "Cannot map JSON to a class: Jackson is not on the class path. Add the artifact"
                        + " tools.jackson.core:jackson-databind, or use SqlTypes.JSON, which is text.",
                cause);
    }

    /** The type that values of a class have unless a column says otherwise; errors with ALK-1403 for unknown classes. */
    public static <T> SqlType<T> of(Class<T> javaType) {
        SqlType<T> type = find(javaType);
        if (type == null) {
            throw new AlkahestArgumentException(
                    "ALK-1403",
                    "Cannot tell the SQL type of " + javaType.getName()
                            + ": it is not one of the everyday types. Give a SqlType, for example SqlTypes.TEXT.as("
                            + javaType.getSimpleName() + ".class, …).");
        }
        return type;
    }

    @SuppressWarnings("unchecked") // keys and values of BY_CLASS and ENUMS agree
    private static <T> @Nullable SqlType<T> find(Class<T> javaType) {
        SqlType<?> type = BY_CLASS.get(javaType);
        if (type == null && Enum.class.isAssignableFrom(javaType)) {
            type = ENUMS.get(javaType.isEnum() ? javaType : javaType.getSuperclass());
        }
        if (type == null && ZoneId.class.isAssignableFrom(javaType)) {
            type = ZONE_ID;
        }
        return (SqlType<T>) type;
    }

    private static <E extends Enum<E>> Function<String, E> enumConstants(Class<E> type) {
        return name -> {
            try {
                return Enum.valueOf(type, name.strip());
            } catch (IllegalArgumentException e) {
                throw unknownConstant(type, name);
            }
        };
    }

    private static AlkahestArgumentException unknownConstant(Class<?> type, String value) {
        return new AlkahestArgumentException(
                "ALK-1404",
                "Cannot read a " + type.getSimpleName() + ": the database holds '" + value
                        + "', which is none of its constants. Add the constant or correct the row.");
    }

    private static SqlType<BigDecimal> decimalType(int precision, int scale) {
        return new SqlType<>(
                TypeName.DECIMAL,
                BigDecimal.class,
                SqlType.UNSET,
                precision,
                scale,
                null,
                new SqlType.Values<>(
                        v -> v, (a, b) -> normalized(a, scale).compareTo(normalized(b, scale)) == 0, false));
    }

    private static BigDecimal normalized(BigDecimal value, int scale) {
        return scale == SqlType.UNSET ? value : value.setScale(scale, RoundingMode.HALF_UP);
    }

    private static Instant micros(Instant value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> SqlType<T> sameMicros(SqlType<T> type, BiFunction<T, ChronoUnit, T> truncate) {
        return type.withSame(
                (a, b) -> truncate.apply(a, ChronoUnit.MICROS).equals(truncate.apply(b, ChronoUnit.MICROS)));
    }

    private static <T> SqlType<T> plain(TypeName name, Class<T> javaType) {
        return sized(name, javaType, SqlType.UNSET, SqlType.Values.immutable());
    }

    private static <T> SqlType<T> sized(TypeName name, Class<T> javaType, int length, SqlType.Values<T> values) {
        return new SqlType<>(name, javaType, length, SqlType.UNSET, SqlType.UNSET, null, values);
    }

    private static int positive(String what, int value) {
        if (value <= 0) {
            throw new AlkahestArgumentException(
                    "ALK-1402", "Cannot make the type: " + what + " is " + value + ". Give a positive " + what + ".");
        }
        return value;
    }
}
