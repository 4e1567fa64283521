package org.alkahest.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.alkahest.processor.Compile.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The errors for the files under {@code golden/errors}: {@code x.java} has the source, {@code x.txt} the messages. */
final class MistakesTest {
    @TempDir
    Path folder;

    static Stream<Path> cases() {
        return Golden.cases("errors").filter(file -> file.toString().endsWith(".java"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areReportedAtTheirPlaceWithTheFix(Path example) {
        Outcome outcome = new Compile(folder).source(Compile.read(example)).run();
        assertThat(outcome.success()).isFalse();
        String messages = String.join("\n", outcome.messages()) + "\n";
        assertThat(messages).contains("Cannot map ", "[ALK-30");
        String name = example.getFileName().toString().replace(".java", ".txt");
        Golden.compare(example.resolveSibling(name), messages);
    }
}
