package org.alkahest.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several ranges as one value, in order and apart from one another: empty ones are left out, and those that overlap or
 * touch are joined. Immutable.
 *
 * @param ranges in order; none if no value is in it
 */
public record MultiRange<T extends Comparable<? super T>>(List<Range<T>> ranges) implements Ranged<T> {
    public MultiRange {
        ranges = joined(ranges);
    }

    /** The values that are in at least one of the ranges. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T extends Comparable<? super T>> MultiRange<T> of(Range<T>... ranges) {
        return new MultiRange<>(List.of(ranges));
    }

    private static <T extends Comparable<? super T>> List<Range<T>> joined(List<Range<T>> ranges) {
        List<Range<T>> sorted = new ArrayList<>(ranges);
        sorted.removeIf(Range::isEmpty);
        sorted.sort(MultiRange::compareLower);
        List<Range<T>> joined = new ArrayList<>();
        for (Range<T> next : sorted) {
            Range<T> last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && isMet(last, next)) {
                boolean longer = compareUpper(next, last) > 0;
                Range<T> end = longer ? next : last;
                joined.set(
                        joined.size() - 1,
                        new Range<>(last.lower(), end.upper(), last.lowerInclusive(), end.upperInclusive(), false));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    /** Whether nothing lies between a range and one that begins no earlier. */
    private static <T extends Comparable<? super T>> boolean isMet(Range<T> range, Range<T> later) {
        T end = range.upper();
        T start = later.lower();
        if (end == null || start == null) {
            return true;
        }
        int order = end.compareTo(start);
        return order > 0 || (order == 0 && (range.upperInclusive() || later.lowerInclusive()));
    }

    private static <T extends Comparable<? super T>> int compareLower(Range<T> a, Range<T> b) {
        T first = a.lower();
        T second = b.lower();
        if (first == null || second == null) {
            return Boolean.compare(second == null, first == null);
        }
        int order = first.compareTo(second);
        return order != 0 ? order : Boolean.compare(b.lowerInclusive(), a.lowerInclusive());
    }

    private static <T extends Comparable<? super T>> int compareUpper(Range<T> a, Range<T> b) {
        T first = a.upper();
        T second = b.upper();
        if (first == null || second == null) {
            return Boolean.compare(first == null, second == null);
        }
        int order = first.compareTo(second);
        return order != 0 ? order : Boolean.compare(a.upperInclusive(), b.upperInclusive());
    }

    @Override
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    @Override
    public boolean contains(T value) {
        return ranges.stream().anyMatch(range -> range.contains(value));
    }

    /** The ranges in braces. */
    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
