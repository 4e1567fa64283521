package org.alkahest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The README says what is so: its commands, its code, its links, its versions; and so do the guides, of their code. */
final class ReadmeTest {
    private static final String README = Repository.text("README.md");
    private static final String SQL_GUIDE = Repository.text("docs/sql.md");
    private static final String ORM_GUIDE = Repository.text("docs/orm.md");
    private static final Pattern JAVA = Pattern.compile("(?s)(?:<!-- snippet: (\\S+)#(\\S+) -->\n)?```java\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+-SNAPSHOT");

    @Test
    void continuousIntegrationRunsTheReadmesTestCommand() {
        List<String> commands = Repository.text(".ci/run")
                .lines()
                .filter(line -> line.startsWith("exec "))
                .map(line -> line.substring("exec ".length()))
                .toList();
        assertThat(commands).hasSize(1);
        assertThat(README).contains("\n```\n" + commands.getFirst() + "\n```\n");
    }

    @Test
    void theQuickstartIsAProgram() {
        assertThat(README).contains("\n```\n./quickstart\n```\n");
        assertThat(Repository.ROOT.resolve("quickstart")).isExecutable();
    }

    @TestFactory
    Stream<DynamicTest> codeIsThatOfTheExamples() {
        return blocks().map(block -> DynamicTest.dynamicTest(
                String.valueOf(block.group(2)),
                () -> assertThat(block.group(3)).isEqualTo(snippet(block.group(1), block.group(2)))));
    }

    @Test
    void codeIsFound() {
        assertThat(blocks()).hasSizeGreaterThan(1);
    }

    @Test
    void linksLeadSomewhere() {
        assertThat(LINK.matcher(README).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allMatch(path -> Repository.ROOT.resolve(path).toFile().exists(), "exists");
    }

    @Test
    void versionsAreThoseOfTheBuild() {
        Matcher version = VERSION.matcher(Repository.text("pom.xml"));
        assertThat(version.find()).isTrue();
        assertThat(VERSION.matcher(README).results().map(MatchResult::group))
                .isNotEmpty()
                .containsOnly(version.group());
        assertThat(README).contains(property("sqlite.version"));
    }

    private static Stream<MatchResult> blocks() {
        return Stream.of(README, SQL_GUIDE, ORM_GUIDE)
                .flatMap(text -> JAVA.matcher(text).results());
    }

    /** What stands between {@code // snippet: name} and {@code // end}, moved to the left margin. */
    private static String snippet(String path, String name) {
        assertThat(path).as("a java block has a snippet comment before it").isNotNull();
        String source = Repository.text(path);
        Matcher marked = Pattern.compile("(?s)\n *// snippet: " + Pattern.quote(name) + "\n(.*?)\n *// end\n")
                .matcher(source);
        assertThat(marked.find()).as(path + " has the snippet " + name).isTrue();
        return marked.group(1).stripIndent() + "\n";
    }

    private static String property(String name) {
        Matcher value = Pattern.compile("<" + name + ">(.*)</" + name + ">").matcher(Repository.text("pom.xml"));
        assertThat(value.find()).isTrue();
        return value.group(1);
    }
}
