package org.alkahest.benchmarks;

import java.util.List;

/**
 * What a figure has to be at most.
 *
 * @param ratio to the group's baseline
 */
record Goal(String group, String subject, double nanos, double bytes, double ratio) {
    private static final double ANY = Double.POSITIVE_INFINITY;

    static final List<Goal> ALL = List.of(
            new Goal("Statement", "cached", 2_000, 4_096, ANY),
            new Goal("Statement", "compiled", 15_000, ANY, ANY),
            new Goal("Read postgresql", "alkahest", ANY, ANY, 1.05),
            new Goal("Read h2", "alkahest", ANY, ANY, 1.3),
            new Goal("ObjectInsert h2", "alkahest", ANY, ANY, 1.5),
            new Goal("ObjectInsert postgresql", "alkahest", ANY, ANY, 0.95),
            new Goal("ObjectInsert sqlite-file", "alkahest", ANY, ANY, 1.3),
            new Goal("ObjectUpdate h2", "alkahest", ANY, ANY, 1.4),
            new Goal("ObjectUpdate postgresql", "alkahest", ANY, ANY, 1.1),
            new Goal("ObjectUpdate sqlite-file", "alkahest", ANY, ANY, 1.1),
            new Goal("ObjectLoad h2", "alkahest", ANY, ANY, 3.0),
            new Goal("ObjectLoad postgresql", "alkahest", ANY, ANY, 1.2),
            new Goal("ObjectLoad sqlite-file", "alkahest", ANY, ANY, 1.2),
            new Goal("ObjectGet h2", "alkahest", ANY, ANY, 1.8),
            new Goal("ObjectGet postgresql", "alkahest", ANY, ANY, 1.05),
            new Goal("ObjectGet sqlite-file", "alkahest", ANY, ANY, 1.5),
            new Goal("ObjectFlush h2", "flush", 600_000, ANY, ANY));

    boolean isOf(Figure figure) {
        return group.equals(figure.group()) && subject.equals(figure.subject());
    }

    /** Whether the means are within it; errors are for the reader to weigh. */
    boolean isMet(Figure figure, Measured measuredRatio) {
        return figure.nanos().mean() <= nanos && figure.bytes() <= bytes && measuredRatio.mean() <= ratio;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("at most");
        append(text, nanos, Table.time(nanos));
        append(text, bytes, Table.bytes(bytes));
        append(text, ratio, Table.ratio(ratio));
        return text.toString();
    }

    private static void append(StringBuilder text, double limit, String written) {
        if (limit < ANY) {
            text.append(' ').append(written);
        }
    }
}
