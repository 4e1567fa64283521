package org.alkahest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule fails on its own planted violation: a rule that cannot fail guards nothing. */
final class PlantedViolationsTest {
    private static final String PLANTED = "org.alkahest.planted.";

    private static final Map<String, String> FIXTURES = Map.ofEntries(
            Map.entry("packages are free of cycles", "cycle"),
            Map.entry("every class is in a package of the design", "unlisted"),
            Map.entry("imports point downwards", "upward"),
            Map.entry("nobody names a database's dialect", "dialectname"),
            Map.entry("JDBC stays in its packages", "jdbc"),
            Map.entry("JDBC values pass through codecs", "jdbcvalue"),
            Map.entry("case conversion names its locale", "locale"),
            Map.entry("the clock is injected", "clock"),
            Map.entry("nothing sleeps", "sleep"),
            Map.entry("nothing prints", "print"),
            Map.entry("nothing reads the environment", "environment"),
            Map.entry("public classes are closed or extension points", "openclass"),
            Map.entry("exceptions have codes", "exception"),
            Map.entry("no method is synchronized", "synchronization"),
            Map.entry("packages are null-marked", "unmarked"));

    @TestFactory
    Stream<DynamicTest> everyRuleCanFail() {
        return rules("any").keySet().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(violations(name, FIXTURES.get(name)))
                                .as("violations of '%s' under %s%s", name, PLANTED, FIXTURES.get(name))
                                .isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> noRuleFailsOnTheCleanFixture() {
        return rules("clean").keySet().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(violations(name, "clean")).isEmpty()));
    }

    @Test
    void siblingsInOneRowMayNotKnowEachOther() {
        assertThat(violations("imports point downwards", "sideways")).hasSize(1);
    }

    @Test
    void everyBannedWayToReadTheClockIsFound() {
        assertThat(violations("the clock is injected", "clock")).hasSize(5);
    }

    @Test
    void databaseNamesAreFoundInStringsButNotInComments() {
        assertThat(SourceRules.databaseNames(testSources(), PLANTED + "databasename"))
                .hasSize(3)
                .allMatch(finding -> finding.contains("Names.java"));
    }

    @Test
    void synchronizedBlocksAreFound() {
        assertThat(SourceRules.synchronizedBlocks(testSources(), PLANTED + "synchronization"))
                .hasSize(1);
        assertThat(SourceRules.synchronizedBlocks(testSources(), PLANTED + "clean"))
                .isEmpty();
    }

    private static List<String> violations(String rule, String fixture) {
        return rules(fixture)
                .get(rule)
                .evaluate(new ClassFileImporter().importPackages(PLANTED + fixture))
                .getFailureReport()
                .getDetails();
    }

    private static Map<String, ArchRule> rules(String fixture) {
        String root = PLANTED + fixture;
        return new ArchitectureRules(root, Set.of(root + ".type", root + ".sql")).all();
    }

    private static List<Path> testSources() {
        return List.of(Path.of(System.getProperty("alkahest.root"), "alkahest-tests/src/test/java"));
    }
}
