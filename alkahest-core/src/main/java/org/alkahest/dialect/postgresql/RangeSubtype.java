package org.alkahest.dialect.postgresql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.alkahest.sql.Expression;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.MultiRange;
import org.alkahest.type.Range;
import org.alkahest.type.Ranged;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;
import org.jspecify.annotations.Nullable;

/** The values of which there are ranges, with the types of their ranges and multiranges (docs/18/rangetypes.html, 8.17.1). */
final class RangeSubtype<T extends Comparable<? super T>> {
    static final RangeSubtype<Integer> INT4 = new RangeSubtype<>(
            "INT4",
            SqlTypes.INTEGER,
            String::valueOf,
            Integer::valueOf,
            i -> i == Integer.MAX_VALUE ? Optional.empty() : Optional.of(i + 1));
    static final RangeSubtype<Long> INT8 = new RangeSubtype<>(
            "INT8",
            SqlTypes.BIGINT,
            String::valueOf,
            Long::valueOf,
            i -> i == Long.MAX_VALUE ? Optional.empty() : Optional.of(i + 1));
    static final RangeSubtype<BigDecimal> NUM =
            new RangeSubtype<>("NUM", SqlTypes.DECIMAL, BigDecimal::toPlainString, BigDecimal::new, null);
    static final RangeSubtype<LocalDate> DATE = new RangeSubtype<>(
            "DATE",
            SqlTypes.DATE,
            TimeText::write,
            TimeText::readDate,
            day -> day.equals(LocalDate.MAX) || day.equals(LocalDate.MIN)
                    ? Optional.empty()
                    : Optional.of(day.plusDays(1)));
    static final RangeSubtype<LocalDateTime> TS =
            new RangeSubtype<>("TS", SqlTypes.TIMESTAMP, TimeText::write, TimeText::readTimestamp, null);
    static final RangeSubtype<OffsetDateTime> TSTZ =
            new RangeSubtype<>("TSTZ", SqlTypes.TIMESTAMP_WITH_TIME_ZONE, TimeText::write, TimeText::readInstant, null);

    private static final List<RangeSubtype<?>> ALL = List.of(INT4, INT8, NUM, DATE, TS, TSTZ);

    private final SqlType<T> element;
    private final Function<T, String> write;
    private final @Nullable Function<T, Optional<T>> next;
    private final SqlType<Range<T>> range;
    private final SqlType<MultiRange<T>> multiRange;

    /**
     * @param write writes an end as text
     * @param next the value after another, or empty after infinite and last ones; null where values have no next
     */
    @SuppressWarnings("unchecked") // the class of a range says nothing of its ends
    private RangeSubtype(
            String name,
            SqlType<T> element,
            Function<T, String> write,
            Function<String, T> read,
            @Nullable Function<T, Optional<T>> next) {
        this.element = element;
        this.write = write;
        this.next = next;
        range = SqlTypes.vendor(VendorType.cast(PostgresqlDialect.VENDOR, name + "RANGE"))
                .as(
                        (Class<Range<T>>) (Class<?>) Range.class,
                        value -> RangeText.write(value, write),
                        text -> RangeText.read(text, read))
                .withSame((a, b) -> canonical(a).equals(canonical(b)));
        multiRange = SqlTypes.vendor(VendorType.cast(PostgresqlDialect.VENDOR.since(14), name + "MULTIRANGE"))
                .as(
                        (Class<MultiRange<T>>) (Class<?>) MultiRange.class,
                        value -> RangeText.write(value, write),
                        text -> RangeText.readSeveral(text, read))
                .withSame((a, b) -> canonical(a).equals(canonical(b)));
    }

    /** The values of the ranges that an expression gives. */
    @SuppressWarnings("unchecked") // the type of an expression's ranges is that of their subtype
    static <T extends Comparable<? super T>> RangeSubtype<T> of(Expression<? extends Ranged<T>> ranges) {
        SqlType<?> type = ranges.type();
        for (RangeSubtype<?> each : ALL) {
            if (each.range.equals(type) || each.multiRange.equals(type)) {
                return (RangeSubtype<T>) each;
            }
        }
        throw new AlkahestArgumentException(
                "ALK-1442",
                "Cannot tell what values are in ranges of type " + type
                        + ": it is none of the types in org.alkahest.dialect.postgresql.Ranges. Use one of them.");
    }

    SqlType<T> element() {
        return element;
    }

    SqlType<Range<T>> range() {
        return range;
    }

    SqlType<MultiRange<T>> multiRange() {
        return multiRange;
    }

    private String canonical(Range<T> value) {
        return RangeText.write(stepped(value), this::sameText);
    }

    private String canonical(MultiRange<T> value) {
        return RangeText.write(
                new MultiRange<>(value.ranges().stream().map(this::stepped).toList()), this::sameText);
    }

    private String sameText(T end) {
        return end instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : write.apply(end);
    }

    /** Where values have a next one, the lower end is inclusive and the upper is not (8.17.7). */
    private Range<T> stepped(Range<T> value) {
        T lower = value.lower();
        T upper = value.upper();
        T first = lower == null || value.lowerInclusive() ? lower : after(lower);
        T end = upper == null || !value.upperInclusive() ? upper : after(upper);
        if (first != null && end != null && first.compareTo(end) >= 0 && next != null) {
            return Range.empty();
        }
        return new Range<>(
                first == null ? lower : first,
                end == null ? upper : end,
                first != null || value.lowerInclusive(),
                end == null && value.upperInclusive(),
                value.isEmpty());
    }

    private @Nullable T after(T value) {
        return next == null ? null : next.apply(value).orElse(null);
    }
}
