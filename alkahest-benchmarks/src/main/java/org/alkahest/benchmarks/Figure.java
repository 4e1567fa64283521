package org.alkahest.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What was measured of one benchmark.
 *
 * @param group what is compared with each other, such as {@code Read h2}
 * @param subject who is measured, the name of the method
 * @param nanos the time of one call
 * @param bytes what one call allocates
 */
record Figure(String group, String subject, Measured nanos, double bytes) {
    private static final double CONFIDENCE = 0.999;
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** The figures of several runs of the same benchmarks, in the order of the first. */
    static List<Figure> of(Collection<RunResult> runs) {
        Map<List<String>, List<IterationResult>> iterations = new LinkedHashMap<>();
        for (RunResult run : runs) {
            for (BenchmarkResult fork : run.getBenchmarkResults()) {
                iterations
                        .computeIfAbsent(
                                List.of(group(run.getParams()), subject(run.getParams())), key -> new ArrayList<>())
                        .addAll(fork.getIterationResults());
            }
        }
        List<Figure> figures = new ArrayList<>();
        iterations.forEach((key, all) -> figures.add(of(key.get(0), key.get(1), all)));
        return figures;
    }

    private static Figure of(String group, String subject, List<IterationResult> iterations) {
        ListStatistics nanos = new ListStatistics();
        ListStatistics bytes = new ListStatistics();
        for (IterationResult iteration : iterations) {
            nanos.addValue(iteration.getPrimaryResult().getScore());
            Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATION);
            if (allocated != null) {
                bytes.addValue(allocated.getScore());
            }
        }
        return new Figure(
                group, subject, new Measured(nanos.getMean(), nanos.getMeanErrorAt(CONFIDENCE)), bytes.getMean());
    }

    private static String group(BenchmarkParams params) {
        String type = params.getBenchmark().substring(0, params.getBenchmark().lastIndexOf('.'));
        StringBuilder group =
                new StringBuilder(type.substring(type.lastIndexOf('.') + 1).replace("Benchmark", ""));
        params.getParamsKeys().forEach(key -> group.append(' ').append(params.getParam(key)));
        return group.toString();
    }

    private static String subject(BenchmarkParams params) {
        return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    }
}
