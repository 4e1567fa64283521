package org.alkahest.benchmarks;

import java.sql.SQLException;
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

    /** How long is measured: so many rounds of so many iterations. */
    private record Length(int rounds, int warmup, int measured) {}

    /**
     * @param args {@code --quick} for a first look; {@code --objects} for those of objects and the heap that these keep, in
     *     one round of longer warm-up; and regular expressions that name the benchmarks to run
     */
    public static void main(String... args) throws RunnerException, SQLException {
        List<String> arguments = new ArrayList<>(List.of(args));
        boolean quick = arguments.remove("--quick");
        boolean objects = arguments.remove("--objects");
        Length length = quick ? new Length(1, 2, 3) : objects ? new Length(1, 6, 4) : new Length(4, 4, 5);
        if (objects && arguments.isEmpty()) {
            arguments.add("Object");
        }
        Options options = options(length, arguments);
        List<RunResult> results = new ArrayList<>();
        for (int round = 0; round < length.rounds(); round++) {
            results.addAll(new Runner(options).run());
        }
        System.out.println();
        System.out.print(Table.of(Figure.of(results)));
        if (objects) {
            System.out.print(RetainedHeap.measured());
        }
    }

    private static Options options(Length length, List<String> filters) {
        OptionsBuilder options = new OptionsBuilder();
        filters.forEach(options::include);
        return options.mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(length.warmup())
                .measurementIterations(length.measured())
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
                        "-Dorg.jooq.no-tips=true",
                        "-Dorg.jboss.logging.provider=slf4j",
                        "-Dorg.slf4j.simpleLogger.log.org.hibernate=error")
                .build();
    }
}
