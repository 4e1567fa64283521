package org.alkahest.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alkahest.type.MultiRange;
import org.alkahest.type.Range;
import org.jspecify.annotations.Nullable;

/** Ranges as the text that the server reads and writes (docs/18/rangetypes.html, 8.17.5). */
final class RangeText {
    private final String text;
    private int at;

    private RangeText(String text) {
        this.text = text;
    }

    /** @param end writes an end */
    static <T extends Comparable<? super T>> String write(Range<T> range, Function<T, String> end) {
        if (range.isEmpty()) {
            return "empty";
        }
        return (range.lowerInclusive() ? "[" : "(")
                + write(range.lower(), end)
                + ','
                + write(range.upper(), end)
                + (range.upperInclusive() ? ']' : ')');
    }

    private static <T> String write(@Nullable T value, Function<T, String> end) {
        return value == null ? "" : '"' + end.apply(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static <T extends Comparable<? super T>> String write(MultiRange<T> ranges, Function<T, String> end) {
        return ranges.ranges().stream().map(range -> write(range, end)).collect(Collectors.joining(",", "{", "}"));
    }

    /** @param end reads an end */
    static <T extends Comparable<? super T>> Range<T> read(String text, Function<String, T> end) {
        return new RangeText(text).range(end);
    }

    static <T extends Comparable<? super T>> MultiRange<T> readSeveral(String text, Function<String, T> end) {
        RangeText reader = new RangeText(text);
        List<Range<T>> ranges = new ArrayList<>();
        while (text.charAt(reader.at) != '}' && reader.at + 2 < text.length()) {
            reader.at++; // the brace, or the comma after a range
            ranges.add(reader.range(end));
        }
        return new MultiRange<>(ranges);
    }

    private <T extends Comparable<? super T>> Range<T> range(Function<String, T> end) {
        if (text.startsWith("empty", at)) {
            at += "empty".length();
            return Range.empty();
        }
        boolean lowerInclusive = text.charAt(at) == '[';
        at++;
        String lower = end();
        at++;
        String upper = end();
        boolean upperInclusive = text.charAt(at) == ']';
        at++;
        return new Range<>(
                lower == null ? null : end.apply(lower),
                upper == null ? null : end.apply(upper),
                lowerInclusive,
                upperInclusive,
                false);
    }

    /** The end that begins here, up to what follows it; null if there is none. */
    private @Nullable String end() {
        int start = at;
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        while (quoted || ",])".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
                value.append(text.charAt(at));
            } else if (c == '"' && quoted && text.charAt(at + 1) == '"') {
                at++;
                value.append('"');
            } else if (c == '"') {
                quoted = !quoted;
            } else {
                value.append(c);
            }
            at++;
        }
        return at == start ? null : value.toString();
    }
}
