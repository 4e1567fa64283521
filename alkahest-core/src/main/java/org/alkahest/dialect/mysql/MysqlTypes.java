package org.alkahest.dialect.mysql;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Conversion;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.Vendor;
import org.alkahest.type.VendorType;

/**
 * Types of MySQL and MariaDB that the types of {@link SqlTypes} do not reach
 * (https://dev.mysql.com/doc/refman/9.7/en/data-types.html; MariaDB 10.11, "Data Types"). Other databases refuse them
 * (ALK-1210). What does not fit a column fails on the server, whose SQL mode is strict.
 */
public final class MysqlTypes {
    /** 0 to 255. */
    public static final SqlType<Short> TINYINT_UNSIGNED = unsigned(SqlTypes.SMALLINT, "TINYINT");
    /** 0 to 65,535. */
    public static final SqlType<Integer> SMALLINT_UNSIGNED = unsigned(SqlTypes.INTEGER, "SMALLINT");
    /** −8,388,608 to 8,388,607. */
    public static final SqlType<Integer> MEDIUMINT =
            SqlTypes.INTEGER.withVendor(new VendorType(MysqlDialect.VENDOR, "MEDIUMINT", "SIGNED", false));
    /** 0 to 16,777,215. */
    public static final SqlType<Integer> MEDIUMINT_UNSIGNED = unsigned(SqlTypes.INTEGER, "MEDIUMINT");
    /** 0 to 4,294,967,295. */
    public static final SqlType<Long> INT_UNSIGNED = unsigned(SqlTypes.BIGINT, "INT");
    /** 0 to 18,446,744,073,709,551,615. */
    public static final SqlType<BigInteger> BIGINT_UNSIGNED = unsigned(SqlTypes.BIG_INTEGER, "BIGINT");

    /** 1901 to 2155, and 0. */
    public static final SqlType<Year> YEAR =
            SqlTypes.YEAR.withVendor(new VendorType(MysqlDialect.VENDOR, "YEAR", "SIGNED", false));

    /** Up to 255 bytes. */
    public static final SqlType<String> TINYTEXT = text("TINYTEXT");
    /** Up to 65,535 bytes; {@link SqlTypes#TEXT} is LONGTEXT. */
    public static final SqlType<String> TEXT = text("TEXT");
    /** Up to 16 MB. */
    public static final SqlType<String> MEDIUMTEXT = text("MEDIUMTEXT");
    /** Up to 4 GB. */
    public static final SqlType<String> LONGTEXT = text("LONGTEXT");

    /** Up to 255 bytes. */
    public static final SqlType<byte[]> TINYBLOB = blob("TINYBLOB");
    /** Up to 65,535 bytes; {@link SqlTypes#BINARY} is LONGBLOB. */
    public static final SqlType<byte[]> BLOB = blob("BLOB");
    /** Up to 16 MB. */
    public static final SqlType<byte[]> MEDIUMBLOB = blob("MEDIUMBLOB");
    /** Up to 4 GB. */
    public static final SqlType<byte[]> LONGBLOB = blob("LONGBLOB");

    private static final Vendor MARIADB = Vendor.of(MariadbDialectFactory.NAME);

    /** An address of version 4, such as {@code 192.0.2.1}; MariaDB alone has it, from 10.10 on. */
    public static final SqlType<String> INET4 = SqlTypes.vendor(VendorType.plain(MARIADB, "INET4"));
    /** An address of version 6, or of 4 written as one, such as {@code 2001:db8::1}; MariaDB alone has it. */
    public static final SqlType<String> INET6 = SqlTypes.vendor(VendorType.plain(MARIADB, "INET6"));

    private static final int MAX_DIGITS = 6;
    private static final List<SqlType<LocalDateTime>> DATETIMES = fractions(
            "DATETIME",
            SqlTypes.TIMESTAMP,
            LocalDateTime.class,
            (time, unit) -> time.minusNanos(time.get(ChronoField.NANO_OF_SECOND) % unit));
    private static final List<SqlType<LocalDateTime>> TIMESTAMPS = fractions(
            "TIMESTAMP",
            SqlTypes.TIMESTAMP,
            LocalDateTime.class,
            (time, unit) -> time.minusNanos(time.get(ChronoField.NANO_OF_SECOND) % unit));
    private static final List<SqlType<LocalTime>> TIMES = fractions(
            "TIME",
            SqlTypes.TIME,
            LocalTime.class,
            (time, unit) -> time.minusNanos(time.get(ChronoField.NANO_OF_SECOND) % unit));

    /** Kept per class, as conversions are only equal to themselves and types are part of the statement cache's keys. */
    private static final ClassValue<SqlType<?>> SETS = new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // asked for enums only
        protected SqlType<?> computeValue(Class<?> type) {
            return newSet((Class) type);
        }
    };

    private MysqlTypes() {}

    /** {@code DATETIME(digits)}, from 0 to 6 digits of a second's fraction (else ALK-1446); finer parts are cut off. */
    public static SqlType<LocalDateTime> datetime(int digits) {
        return DATETIMES.get(digits("DATETIME", 0, digits, MAX_DIGITS));
    }

    /**
     * {@code TIMESTAMP(digits)}, from 0 to 6 digits of a second's fraction (else ALK-1446); finer parts are cut off. The
     * server keeps the instant, by the session's time zone, which is UTC; from 1970 to 2038.
     */
    public static SqlType<LocalDateTime> timestamp(int digits) {
        return TIMESTAMPS.get(digits("TIMESTAMP", 0, digits, MAX_DIGITS));
    }

    /** {@code TIME(digits)}, from 0 to 6 digits of a second's fraction (else ALK-1446); finer parts are cut off. */
    public static SqlType<LocalTime> time(int digits) {
        return TIMES.get(digits("TIME", 0, digits, MAX_DIGITS));
    }

    /** {@code BIT(bits)} as a number, from 1 to 63 bits (else ALK-1446). */
    public static SqlType<Long> bit(int bits) {
        String name = "BIT(" + digits("BIT", 1, bits, 63) + ")";
        return SqlTypes.BIGINT.withVendor(new VendorType(MysqlDialect.VENDOR, name, "UNSIGNED", false));
    }

    /** {@code ENUM('A', 'B')} of an enum's constants, by their names. */
    public static <E extends Enum<E>> SqlType<E> enumOf(Class<E> type) {
        return SqlTypes.enumName(type).withVendor(constants("ENUM", type));
    }

    /** {@code SET('A', 'B')}: any of an enum's constants, by their names; 64 at most. Sets may change in place. */
    @SuppressWarnings("unchecked") // the type that is kept for a class is made for it
    public static <E extends Enum<E>> SqlType<Set<E>> setOf(Class<E> type) {
        return (SqlType<Set<E>>) SETS.get(type);
    }

    @SuppressWarnings("unchecked") // the class of a set says nothing of what is in it
    private static <E extends Enum<E>> SqlType<Set<E>> newSet(Class<E> type) {
        return SqlTypes.TEXT
                .withVendor(constants("SET", type))
                .as(
                        (Class<Set<E>>) (Class<?>) Set.class,
                        set -> copy(type, set).stream().map(Enum::name).collect(Collectors.joining(",")),
                        text -> constants(type, text))
                .withValues(set -> copy(type, set), Set::equals);
    }

    /** An unknown name is an error (ALK-1404), as for a single constant. */
    @SuppressWarnings("unchecked") // names are stored as text
    private static <E extends Enum<E>> Set<E> constants(Class<E> type, String names) {
        Conversion<E, ?> conversion =
                Objects.requireNonNull(SqlTypes.enumName(type).conversion());
        Function<String, E> constant = (Function<String, E>) (Function<?, E>) conversion.fromStorage();
        Set<E> constants = EnumSet.noneOf(type);
        if (!names.isEmpty()) {
            Arrays.stream(names.split(",", -1)).map(constant).forEach(constants::add);
        }
        return constants;
    }

    private static <E extends Enum<E>> Set<E> copy(Class<E> type, Set<E> set) {
        Set<E> copy = EnumSet.noneOf(type);
        copy.addAll(set);
        return copy;
    }

    /** Names of constants are Java's, which hold no quote. */
    private static <E extends Enum<E>> VendorType constants(String name, Class<E> type) {
        String constants = Arrays.stream(type.getEnumConstants())
                .map(constant -> "'" + constant.name() + "'")
                .collect(Collectors.joining(", ", "(", ")"));
        return new VendorType(MysqlDialect.VENDOR, name + constants, "CHAR", false);
    }

    private static <T> SqlType<T> unsigned(SqlType<T> values, String name) {
        return values.withVendor(new VendorType(MysqlDialect.VENDOR, name + " UNSIGNED", "UNSIGNED", false));
    }

    private static SqlType<String> text(String name) {
        return SqlTypes.TEXT.withVendor(new VendorType(MysqlDialect.VENDOR, name, "CHAR", false));
    }

    private static SqlType<byte[]> blob(String name) {
        return SqlTypes.BINARY.withVendor(new VendorType(MysqlDialect.VENDOR, name, "BINARY", false));
    }

    private static int digits(String type, int least, int digits, int most) {
        if (digits < least || digits > most) {
            throw new AlkahestArgumentException(
                    "ALK-1446",
                    "Cannot make " + type + "(" + digits + "): it takes " + least + " to " + most
                            + ". Give a number in between.");
        }
        return digits;
    }

    /** One type per number of digits, as types with conversions are equal only if the conversions are the same objects. */
    private static <T> List<SqlType<T>> fractions(String name, SqlType<T> values, Class<T> javaType, Cut<T> cut) {
        List<SqlType<T>> types = new ArrayList<>();
        for (int digits = 0; digits <= MAX_DIGITS; digits++) {
            String full = name + "(" + digits + ")";
            String castName = full.replace("TIMESTAMP", "DATETIME");
            long unit = (long) Math.pow(10, 9 - digits);
            types.add(values.withVendor(new VendorType(MysqlDialect.VENDOR, full, castName, false))
                    .as(javaType, time -> cut.to(time, unit), time -> time)
                    .withSame((a, b) -> cut.to(a, unit).equals(cut.to(b, unit))));
        }
        return List.copyOf(types);
    }

    /** A time without what is finer than a number of nanoseconds. */
    @FunctionalInterface
    private interface Cut<T> {
        T to(T time, long nanos);
    }
}
