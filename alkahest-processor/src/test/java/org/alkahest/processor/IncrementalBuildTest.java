package org.alkahest.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.alkahest.processor.Compile.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What builds that compile changed sources alone rely on, such as Gradle's and those of IDEs: the companion of an unchanged
 * entity is still right when another entity changes.
 */
final class IncrementalBuildTest {
    private static final String STUDENT = """
        package school;
        import jakarta.persistence.*;
        import java.util.*;
        @Entity public class Student {
            @Id Integer id;
            @OneToMany(mappedBy = "student") List<Fee> fees = new ArrayList<>();
            protected Student() {}
        }
        """;
    private static final String FEE = """
        package school;
        import jakarta.persistence.*;
        import org.alkahest.orm.mapping.Ref;
        @Entity public class Fee {
            @Id Integer id;
            @ManyToOne Ref<Student> student;
            protected Fee() {}
        }
        """;

    @TempDir
    Path folder;

    @Test
    void aChangedEntityGetsItsCompanionAndTheOthersKeepTheirs() {
        compileAll("before");
        Outcome outcome = new Compile(folder.resolve("after"))
                .classPath(folder.resolve("before"))
                .source(FEE.replace("@ManyToOne", "int amount; @ManyToOne"))
                .run();
        assertThat(outcome.success()).as("%s", outcome.messages()).isTrue();
        assertThat(outcome.generated(".java")).containsOnlyKeys("school/Fee_.java");
        assertThat(outcome.generated(".java").get("school/Fee_.java"))
                .contains("amount")
                .contains("Student_.STUDENT");
    }

    @Test
    void theSideThatIsMappedByTheOtherIsCompiledAloneAsWell() {
        compileAll("before");
        Outcome outcome = new Compile(folder.resolve("after"))
                .classPath(folder.resolve("before"))
                .source(STUDENT.replace("@OneToMany", "String name; @OneToMany"))
                .run();
        assertThat(outcome.success()).as("%s", outcome.messages()).isTrue();
        assertThat(outcome.generated(".java")).containsOnlyKeys("school/Student_.java");
    }

    /** So that a build which compiles everything again, as Maven's does, changes no file. */
    @Test
    void theSameSourcesGiveTheSameCompanionsInAnyOrder() {
        Map<String, String> first = compileAll("first").generated(".java");
        Outcome second = new Compile(folder.resolve("second"))
                .source(FEE)
                .source(STUDENT)
                .run();
        assertThat(first).containsOnlyKeys("school/Fee_.java", "school/Student_.java");
        assertThat(second.generated(".java")).isEqualTo(first);
    }

    private Outcome compileAll(String output) {
        Outcome outcome =
                new Compile(folder.resolve(output)).source(STUDENT).source(FEE).run();
        assertThat(outcome.success()).as("%s", outcome.messages()).isTrue();
        return outcome;
    }
}
