package org.alkahest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParityTest {
    private static final Pattern TEST =
            Pattern.compile("@(Test|TestFactory|DatabaseTest|ParameterizedTest|RepeatedTest|Property)\\b|extends"
                    + " [A-Z][a-z]+Conformance\\b");

    @Test
    void everyRowIsTrue() {
        assertThat(ParityTable.problems(
                        Repository.text("docs/parity.md").lines().toList(), testClasses()))
                .isEmpty();
    }

    @Test
    void theTablesAreFound() {
        assertThat(ParityTable.rows(Repository.text("docs/parity.md").lines().toList(), new ArrayList<>()))
                .hasSizeGreaterThan(300);
        assertThat(testClasses()).contains("ParityTest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "| x | 1.1 | planned | – |; ''",
                "| x | 1.1 | done | `ParityTest` |; ''",
                "| x | 1.1, 2.10 | done | ParityTest, grammar:ParityTest |; ''",
                "| x \\| y | 1.1 | different | no bytecode (ADR 0006) |; ''",
                "| x | 1.1 | done | NoSuchTest, ParityTest |; 3: done, but there is no test class NoSuchTest",
                "| x | 1.1 | done | – |; 3: done, but there is no test class –",
                "| x | 1.1 | planned | ParityTest |; 3: planned, but has a proof: ParityTest",
                "| x | 1.1 | different | – |; 3: different without a reason",
                "| x | 1.1 | Done | ParityTest |; 3: status is 'Done', not done, planned or different",
                "| x | engine | planned | – |; 3: 'engine' is no inventory section",
                "|  | 1.1 | planned | – |; 3: no capability",
                "| x | 1.1 | planned |; 3: 3 columns, not 4",
                "| x | 1.1 | planned | – | – |; 3: 5 columns, not 4"
            })
    void findsWhatIsWrongWithARow(String row, String problem) {
        List<String> document =
                List.of("| capability | inventory section | status | proof |", "|---|---|---|---|", row);
        assertThat(String.join("\n", ParityTable.problems(document, Set.of("ParityTest"))))
                .isEqualTo(problem);
    }

    @Test
    void findsATableOfAnotherForm() {
        assertThat(ParityTable.problems(List.of("| capability | status |", "|---|---|"), Set.of()))
                .singleElement()
                .asString()
                .startsWith("1: a table begins with | capability | status |");
    }

    private static Set<String> testClasses() {
        return Repository.sources("src/test/java").stream()
                .filter(path -> TEST.matcher(Repository.text(path)).find())
                .map(path -> path.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toUnmodifiableSet());
    }
}
