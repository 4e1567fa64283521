package org.alkahest.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values between two ends. An end that is null is not there: all values beyond the other are in the range. Immutable.
 *
 * <p>One set of values is one value as far as Java can tell: an end that is not there is not inclusive; where both ends are
 * equal and not both inclusive, the range is {@link #empty()}. Databases go further with whole numbers and dates, of which
 * {@code [1,4]} and {@code [1,5)} are the same; they give back the second.
 *
 * <p>A date or timestamp may be infinite, which is not the same as having no end: as the drivers do, Java says
 * {@code LocalDate.MAX} and {@code MIN}, and so on.
 *
 * @param lower the lower end, or null
 * @param upper the upper end, or null
 * @param lowerInclusive whether the lower end is in the range
 * @param upperInclusive whether the upper end is in the range
 * @param isEmpty whether no value is in the range; then there are no ends
 */
public record Range<T extends Comparable<? super T>>(
        @Nullable T lower, @Nullable T upper, boolean lowerInclusive, boolean upperInclusive, boolean isEmpty)
        implements Ranged<T> {
    public Range {
        int order = lower == null || upper == null ? -1 : lower.compareTo(upper);
        if (!isEmpty && order > 0) {
            throw new AlkahestArgumentException(
                    "ALK-1441",
                    "Cannot make a range from " + lower + " to " + upper
                            + ": the lower end is above the upper. Swap them, or use Range.empty().");
        }
        if (isEmpty || (order == 0 && !(lowerInclusive && upperInclusive))) {
            isEmpty = true;
            lower = null;
            upper = null;
        }
        lowerInclusive = lowerInclusive && lower != null;
        upperInclusive = upperInclusive && upper != null;
    }

    /** {@code [lower, upper)}: from an end up to, but without, another. */
    public static <T extends Comparable<? super T>> Range<T> closedOpen(T lower, T upper) {
        return new Range<>(present(lower), present(upper), true, false, false);
    }

    /** {@code [lower, upper]}: both ends included. */
    public static <T extends Comparable<? super T>> Range<T> closed(T lower, T upper) {
        return new Range<>(present(lower), present(upper), true, true, false);
    }

    /** {@code (lower, upper]}: without the lower end. */
    public static <T extends Comparable<? super T>> Range<T> openClosed(T lower, T upper) {
        return new Range<>(present(lower), present(upper), false, true, false);
    }

    /** {@code (lower, upper)}: without its ends. */
    public static <T extends Comparable<? super T>> Range<T> open(T lower, T upper) {
        return new Range<>(present(lower), present(upper), false, false, false);
    }

    /** {@code [lower, )}: an end and all values above. */
    public static <T extends Comparable<? super T>> Range<T> atLeast(T lower) {
        return new Range<>(present(lower), null, true, false, false);
    }

    /** {@code (lower, )}: all values above an end. */
    public static <T extends Comparable<? super T>> Range<T> greaterThan(T lower) {
        return new Range<>(present(lower), null, false, false, false);
    }

    /** {@code (, upper]}: an end and all values below. */
    public static <T extends Comparable<? super T>> Range<T> atMost(T upper) {
        return new Range<>(null, present(upper), false, true, false);
    }

    /** {@code (, upper)}: all values below an end. */
    public static <T extends Comparable<? super T>> Range<T> lessThan(T upper) {
        return new Range<>(null, present(upper), false, false, false);
    }

    /** {@code (, )}: all values. */
    public static <T extends Comparable<? super T>> Range<T> all() {
        return new Range<>(null, null, false, false, false);
    }

    /** No value at all. */
    public static <T extends Comparable<? super T>> Range<T> empty() {
        return new Range<>(null, null, false, false, true);
    }

    private static <T> T present(T end) {
        return Objects.requireNonNull(end, "an end is null; ranges without an end have methods of their own");
    }

    @Override
    public boolean contains(T value) {
        return !isEmpty && isFrom(value) && isUpTo(value);
    }

    private boolean isFrom(T value) {
        int order = lower == null ? -1 : lower.compareTo(value);
        return order < 0 || (order == 0 && lowerInclusive);
    }

    private boolean isUpTo(T value) {
        int order = upper == null ? 1 : upper.compareTo(value);
        return order > 0 || (order == 0 && upperInclusive);
    }

    /** As in mathematics: {@code [1,5)}, {@code (,5]}, or {@code empty}. */
    @Override
    public String toString() {
        return isEmpty
                ? "empty"
                : (lowerInclusive ? "[" : "(") + (lower == null ? "" : lower) + "," + (upper == null ? "" : upper)
                        + (upperInclusive ? "]" : ")");
    }
}
