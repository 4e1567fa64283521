package org.alkahest.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alkahest.processor.Compile.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated for the folders under {@code golden/entities}: {@code in} has the sources, {@code out} the rest. */
final class GeneratedSourceTest {
    @TempDir
    Path folder;

    static Stream<Path> cases() {
        return Golden.cases("entities");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAsBlessedAndCompilesWithoutAWarning(Path example) {
        Outcome outcome = new Compile(folder)
                .options("-Xlint:all,-processing", "-Werror")
                .sources(example.resolve("in"))
                .run();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.success()).isTrue();
        Golden.compareAll(example.resolve("out"), asText(outcome.generated(".java")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameEachTime(Path example) {
        Outcome first = new Compile(folder.resolve("first"))
                .options("-proc:only")
                .sources(example.resolve("in"))
                .run();
        Outcome second = new Compile(folder.resolve("second"))
                .options("-proc:only")
                .sources(example.resolve("in"))
                .run();
        assertThat(second.generated(".java"))
                .isEqualTo(first.generated(".java"))
                .isNotEmpty();
        assertThat(second.generated(".json")).isEqualTo(first.generated(".json"));
    }

    /** Not {@code .java}, which .ci/format would format. */
    private static Map<String, String> asText(Map<String, String> sources) {
        Map<String, String> text = new TreeMap<>();
        sources.forEach((name, source) -> text.put(name.replace(".java", ".txt"), source));
        return text;
    }
}
