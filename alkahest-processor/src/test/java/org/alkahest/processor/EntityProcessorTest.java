package org.alkahest.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.alkahest.processor.Compile.Outcome;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the processor behaves in a compilation, whatever it generates. */
final class EntityProcessorTest {
    private static final String BASE = """
        package base;
        import jakarta.persistence.*;
        @MappedSuperclass @SuppressWarnings("exports") public abstract class Base {
                @Id private Integer id;
                protected Base() {}
            }
        """;
    private static final String SHOP = """
        package shop;
        import jakarta.persistence.*;
        @Entity @SuppressWarnings("exports") public class OrderItem extends base.Base {
                private String productName;
                protected OrderItem() {}
            }
        """;

    @TempDir
    Path folder;

    @Test
    void namesTablesByTheOption() {
        Outcome outcome = compile("upper")
                .options("-Aalkahest.naming=upper_snake_case")
                .source(BASE)
                .source(SHOP)
                .run();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.generated(".java").get("shop/OrderItem_.java"))
                .contains("super(null, \"ORDER_ITEM\", alias)", "column(\"PRODUCT_NAME\"");
        assertThat(compile("written")
                        .options("-Aalkahest.naming=as_written")
                        .source(BASE)
                        .source(SHOP)
                        .run()
                        .generated(".java")
                        .get("shop/OrderItem_.java"))
                .contains("super(null, \"OrderItem\", alias)", "column(\"productName\"");
    }

    @Test
    void refusesAnUnknownNamingStrategy() {
        Outcome outcome = compile("unknown")
                .options("-Aalkahest.naming=camel")
                .source(BASE)
                .run();
        assertThat(outcome.messages())
                .containsExactly("Cannot name tables: option alkahest.naming is 'camel'. Use one of snake_case,"
                        + " upper_snake_case, as_written. [ALK-3022]");
    }

    @Test
    void usesCompanionsThatWereCompiledBefore() {
        assertThat(compile("base").source(BASE).run().messages()).isEmpty();
        Outcome outcome =
                compile("shop").classPath(folder.resolve("base")).source(SHOP).run();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.generated(".java")).containsOnlyKeys("shop/OrderItem_.java");
    }

    @Test
    void refusesAMappedSuperclassThatWasCompiledWithoutIt() {
        compile("base").options("-proc:none").source(BASE).run();
        Outcome outcome =
                compile("shop").classPath(folder.resolve("base")).source(SHOP).run();
        assertThat(outcome.messages())
                .contains("line 3: Cannot map OrderItem: its mapped superclass base.Base was compiled without"
                        + " alkahest-processor, so that nothing can reach its fields. Compile that class with the"
                        + " processor, or declare its fields here. [ALK-3013]");
    }

    @Test
    void refusesTwoClassesWithOneCompanion() {
        Outcome outcome = compile("twice").source("""
            import jakarta.persistence.*;
            class Outer { @Entity static class Student { @Id Integer id; } }
            """).source("""
                import jakarta.persistence.*;
                @Entity class Outer_Student { @Id Integer id; }
                """).run();
        assertThat(outcome.success()).isFalse();
        assertThat(outcome.messages()).anyMatch(message -> message.contains("[ALK-3019]"));
    }

    @Test
    void waitsForTypesThatAnotherProcessorGenerates() {
        String source = """
            package late;
            import jakarta.persistence.*;
            @Entity class Parcel { @Id Integer id; @Convert(converter = Parcel.C.class) Made made;
                static class C implements AttributeConverter<Made, String> {
                    public String convertToDatabaseColumn(Made made) { return made.name(); }
                    public Made convertToEntityAttribute(String name) { return Made.valueOf(name); }
                }
            }
            """;
        Outcome outcome = compile("late")
                .processors(new EntityProcessor(), new Maker())
                .source(source)
                .run();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.generated(".java")).containsKeys("late/Made.java", "late/Parcel_.java");
    }

    @Test
    void writesMetadataForNativeImages() {
        Outcome outcome = compile("native").source(BASE).source(SHOP).run();
        String folderName = "META-INF/native-image/org.alkahest.companions/";
        assertThat(outcome.generated(".json"))
                .containsOnlyKeys(
                        folderName + "base.Base/reachability-metadata.json",
                        folderName + "shop.OrderItem/reachability-metadata.json")
                .containsEntry(folderName + "shop.OrderItem/reachability-metadata.json", """
                    {
                      "reflection": [
                        {"type": "shop.OrderItem_"},
                        {"type": "shop.OrderItem", "fields": [{"name": "productName"}]}
                      ]
                    }
                    """);
    }

    static List<Path> examples() {
        return Golden.cases("entities").toList();
    }

    /** What Gradle asks of an isolating processor. */
    @ParameterizedTest
    @MethodSource("examples")
    void givesEachFileOneOriginatingElement(Path example) {
        List<String> origins = new ArrayList<>();
        Outcome outcome = compile("origins")
                .options("-proc:only")
                .processors(new Recording(origins))
                .sources(example.resolve("in"))
                .run();
        assertThat(outcome.success()).isTrue();
        assertThat(origins).isNotEmpty().allMatch(origin -> origin.endsWith(" from 1"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void generatesTheSameUnderEclipsesCompiler(Path example) {
        Outcome outcome = new Compile(new EclipseCompiler(), folder.resolve("ecj"))
                .sources(example.resolve("in"))
                .run();
        assertThat(outcome.success()).as(outcome.messages().toString()).isTrue();
        Outcome javac = compile("javac")
                .options("-proc:only")
                .sources(example.resolve("in"))
                .run();
        assertThat(outcome.generated(".java"))
                .isEqualTo(javac.generated(".java"))
                .isNotEmpty();
    }

    @Test
    void generatesForModulesThatExportEntities() {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("alkahest-processor"))
                .collect(Collectors.joining(File.pathSeparator));
        Outcome outcome = compile("module")
                .options("--module-path", path, "-Xlint:all,-processing,-requires-automatic", "-Werror")
                .source("""
                    module shop {
                        requires org.alkahest.orm;
                        exports shop;
                        exports base;
                    }
                    """)
                .source(BASE)
                .source(SHOP)
                .run();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.generated(".java").get("shop/OrderItem_.java"))
                .doesNotContain("javax.annotation.processing");
    }

    private Compile compile(String name) {
        return new Compile(folder.resolve(name));
    }

    /** Generates the enum {@code late.Made} in the first round. */
    private static final class Maker extends AbstractProcessor {
        private boolean made;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!made) {
                made = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile("late.Made").openWriter()) {
                    writer.write("package late; enum Made { A }");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    /** Notes each generated file with the number of its originating elements. */
    private static final class Recording extends AbstractProcessor {
        private final EntityProcessor processor = new EntityProcessor();
        private final List<String> origins;

        Recording(List<String> origins) {
            this.origins = origins;
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the compiler calls it once
        public void init(ProcessingEnvironment environment) {
            Filer filer = (Filer) Proxy.newProxyInstance(
                    Filer.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                        Object last = arguments[arguments.length - 1];
                        origins.add(method.getName() + " from " + ((Element[]) last).length);
                        return method.invoke(environment.getFiler(), arguments);
                    });
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    Filer.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            processor.process(annotations, round);
            return false;
        }
    }
}
