package org.alkahest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each error code has a section in {@code docs/errors.md}, and each section a code that can occur. */
final class ErrorCodesTest {
    private static final Pattern CODE = Pattern.compile("(?:\"|\\[)(ALK-\\d{4})(?:\"|])");
    private static final List<Section> SECTIONS = sections(Repository.text("docs/errors.md"));

    @Test
    void everyCodeHasASectionAndEverySectionACode() {
        assertThat(SECTIONS).extracting(Section::code).containsExactlyInAnyOrderElementsOf(thrownCodes());
    }

    @Test
    void sectionsAreSortedAndUnique() {
        assertThat(SECTIONS).extracting(Section::code).isSorted().doesNotHaveDuplicates();
    }

    @TestFactory
    List<DynamicTest> aSectionHasCauseExampleAndFix() {
        return SECTIONS.stream()
                .map(section -> DynamicTest.dynamicTest(
                        section.code, () -> assertThat(section.problem()).isEmpty()))
                .toList();
    }

    @Test
    void incompleteSectionsAreFound() {
        assertThat(sections("## ALK-1000 Title\n\nCause.\n\nExample: x.\n\nFix.\n")
                        .getFirst()
                        .problem())
                .isEmpty();
        assertThat(sections("## ALK-1000\n\nCause.\n\nExample: x.\n\nFix.\n")
                        .getFirst()
                        .problem())
                .contains("title");
        assertThat(sections("## ALK-1000 Title\n\nCause.\n\nExample: x.\n")
                        .getFirst()
                        .problem())
                .contains("fix");
        assertThat(sections("## ALK-1000 Title\n\nCause.\n\nFix.\n\nMore.\n")
                        .getFirst()
                        .problem())
                .contains("example");
        assertThat(sections("## ALK-1000 Title\n\nExample: x.\n\nFix.\n")
                        .getFirst()
                        .problem())
                .contains("cause");
    }

    private static Set<String> thrownCodes() {
        return Repository.sources("src/main/java").stream()
                .flatMap(path -> CODE.matcher(Repository.text(path)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Section> sections(String document) {
        return Arrays.stream(document.split("(?m)^## ", -1))
                .skip(1)
                .map(text -> {
                    String[] heading = text.lines().findFirst().orElse("").split(" ", 2);
                    List<String> paragraphs = Arrays.stream(text.split("\n\\s*\n", -1))
                            .skip(1)
                            .map(String::strip)
                            .filter(paragraph -> !paragraph.isEmpty())
                            .toList();
                    return new Section(heading[0], heading.length == 2 ? heading[1] : "", paragraphs);
                })
                .toList();
    }

    private record Section(String code, String title, List<String> paragraphs) {
        String problem() {
            int example = 0;
            while (example < paragraphs.size() && !paragraphs.get(example).startsWith("Example:")) {
                example++;
            }
            if (title.isBlank()) {
                return "has no title after its code";
            }
            if (example == paragraphs.size()) {
                return "has no example: a paragraph that begins with 'Example:'";
            }
            if (example == 0) {
                return "has no cause before its example";
            }
            return example == paragraphs.size() - 1 ? "has no fix after its example" : "";
        }
    }
}
