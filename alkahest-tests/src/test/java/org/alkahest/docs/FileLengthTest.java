package org.alkahest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Long files explain themselves: from 500 lines on in a decision record, and none is longer than 800. */
final class FileLengthTest {
    @Test
    void noFileIsLongWithoutAReason() {
        String records = Repository.files(Repository.ROOT.resolve("docs/adr"), ".md").stream()
                .map(Repository::text)
                .collect(Collectors.joining());
        assertThat(longerThan(500))
                .allMatch(path -> records.contains(path.getFileName().toString()), "is named in docs/adr");
    }

    @Test
    void noFileIsTooLong() {
        assertThat(longerThan(800)).isEmpty();
    }

    @Test
    void theFilesAreFound() {
        assertThat(longerThan(50)).hasSizeGreaterThan(20);
    }

    private static List<Path> longerThan(int lines) {
        return Repository.sources("src/main/java").stream()
                .filter(path -> Repository.text(path).lines().count() > lines)
                .map(Repository.ROOT::relativize)
                .toList();
    }
}
