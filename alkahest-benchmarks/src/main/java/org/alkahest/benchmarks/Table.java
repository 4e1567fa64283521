package org.alkahest.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of one run as a table for people. */
final class Table {
    /** Who the others of a group are compared with. */
    private static final List<String> BASELINES = List.of("jdbc", "jooq");

    /** JDBC itself varies as much from run to run. */
    private static final double LEVEL = 1.2;

    private static final String HEAD = "%-17s %-14s %19s %12s   %-22s %s%n";

    private Table() {}

    static String of(List<Figure> figures) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, HEAD, "benchmark", "", "time of one call", "allocated", "ratio of times", "goal"));
        figures.stream()
                .sorted(Comparator.comparing(Figure::group))
                .forEach(figure -> table.append(row(figure, baseline(figure, figures))));
        return table.toString();
    }

    private static String row(Figure figure, Figure baseline) {
        Measured ratio = figure.nanos().dividedBy(baseline.nanos());
        String time = time(figure.nanos().mean()) + " ± " + percent(figure.nanos());
        String compared = baseline.equals(figure)
                ? "(the others by this)"
                : ratio(ratio.mean())
                        + String.format(Locale.ROOT, " ± %.2f", ratio.error())
                        + (isLevel(baseline, ratio) ? ", level" : "");
        Optional<Goal> goal =
                Goal.ALL.stream().filter(each -> each.isOf(figure)).findFirst();
        String judged = goal.map(g -> g + (g.isMet(figure, ratio) ? ": met" : ": MISSED"))
                .orElse("");
        return String.format(
                        Locale.ROOT,
                        HEAD,
                        figure.group(),
                        figure.subject(),
                        time,
                        bytes(figure.bytes()),
                        compared,
                        judged)
                .replaceAll(" +(?=\\R)", "");
    }

    private static boolean isLevel(Figure baseline, Measured ratio) {
        return baseline.subject().equals("jdbc") && ratio.mean() < LEVEL;
    }

    private static Figure baseline(Figure figure, List<Figure> all) {
        return all.stream()
                .filter(each -> each.group().equals(figure.group()) && BASELINES.contains(each.subject()))
                .min(Comparator.comparing(each -> BASELINES.indexOf(each.subject())))
                .orElse(figure);
    }

    static String time(double nanos) {
        return nanos < 1_000_000
                ? String.format(Locale.ROOT, "%.2f µs", nanos / 1_000)
                : String.format(Locale.ROOT, "%.2f ms", nanos / 1_000_000);
    }

    static String bytes(double bytes) {
        return bytes < 100_000
                ? String.format(Locale.ROOT, "%,.0f B", bytes)
                : String.format(Locale.ROOT, "%,.0f kB", bytes / 1_000);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String percent(Measured measured) {
        return String.format(Locale.ROOT, "%3.0f %%", 100 * measured.error() / measured.mean());
    }
}
