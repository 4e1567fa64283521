package org.alkahest.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks in rounds, so that a machine that is busier for a while slows all of them, and prints one table. */
public final class Bench {
    private Bench() {}

    /** @param args {@code --quick} for a first look, and a regular expression that names the benchmarks to run */
    public static void main(String... args) throws RunnerException {
        List<String> arguments = new ArrayList<>(List.of(args));
        boolean quick = arguments.remove("--quick");
        Options options = options(quick, arguments);
        List<RunResult> results = new ArrayList<>();
        for (int round = 0; round < (quick ? 1 : 4); round++) {
            results.addAll(new Runner(options).run());
        }
        System.out.println();
        System.out.print(Table.of(Figure.of(results)));
    }

    private static Options options(boolean quick, List<String> filters) {
        OptionsBuilder options = new OptionsBuilder();
        filters.forEach(options::include);
        return options.mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(quick ? 2 : 4)
                .measurementIterations(quick ? 3 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgsAppend(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xms1g",
                        "-Xmx1g",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true")
                .build();
    }
}
