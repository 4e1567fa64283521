package org.alkahest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ArchitectureTest {
    private static final String ROOT = "org.alkahest";
    private static final List<ModuleDescriptor> MODULES = modules();
    private static final Set<String> EXPORTED = MODULES.stream()
            .flatMap(module -> module.exports().stream())
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toUnmodifiableSet());
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> classesObey() {
        return new ArchitectureRules(ROOT, EXPORTED)
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(CLASSES)));
    }

    @Test
    void noDatabaseIsNamedOutsideItsDialect() {
        assertThat(SourceRules.databaseNames(mainSources(), ROOT)).isEmpty();
    }

    @Test
    void nothingSynchronizes() {
        assertThat(SourceRules.synchronizedBlocks(mainSources(), ROOT)).isEmpty();
    }

    @Test
    void theRulesSeeEveryModule() {
        assertThat(MODULES)
                .extracting(ModuleDescriptor::name)
                .containsExactlyInAnyOrder(
                        "org.alkahest.core", "org.alkahest.orm", "org.alkahest.processor", "org.alkahest.testkit");
        assertThat(EXPORTED).allMatch(CLASSES::containPackage, "has classes on the class path");
    }

    /** The test kit's sources name databases: it starts them. */
    private static List<Path> mainSources() {
        Path root = Path.of(System.getProperty("alkahest.root"));
        return Stream.of("alkahest-core", "alkahest-orm", "alkahest-processor")
                .map(module -> root.resolve(module).resolve("src/main/java"))
                .toList();
    }

    private static List<ModuleDescriptor> modules() {
        try {
            return Collections.list(ArchitectureTest.class.getClassLoader().getResources("module-info.class")).stream()
                    .map(ArchitectureTest::descriptor)
                    .filter(module -> module.name().startsWith(ROOT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleDescriptor descriptor(URL url) {
        try (InputStream in = url.openStream()) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
