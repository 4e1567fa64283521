package org.alkahest.testkit;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.alkahest.compile.Feature;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.engine.Engine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs {@link DatabaseTest} methods; JUnit makes it. Stateless. */
public final class DatabaseTestExtension implements TestTemplateInvocationContextProvider {
    private static final Namespace NAMESPACE = Namespace.create(DatabaseTestExtension.class);

    private static final Set<Class<?>> PARAMETERS =
            Set.of(DatabaseFixture.class, Engine.class, StatementRecorder.class);

    /** For JUnit alone. */
    public DatabaseTestExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        DatabaseTest test = AnnotationSupport.findAnnotation(context.getElement(), DatabaseTest.class)
                .orElseThrow();
        List<TestDatabase> left = test.except().length == 0 ? List.of() : TestDatabases.named(test.except());
        List<TestDatabase> ofClass = AnnotationSupport.findAnnotation(context.getTestClass(), OnDatabases.class)
                .map(databases -> TestDatabases.named(databases.value()))
                .orElseGet(TestDatabases::all);
        return TestDatabases.named(test.value()).stream()
                .filter(ofClass::contains)
                .filter(database -> !left.contains(database))
                .map(database -> new Invocation(database, List.of(test.requires())));
    }

    /** One test method on one database. */
    private record Invocation(TestDatabase database, List<Feature> required) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return database.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Leg(database, required));
        }
    }

    /** Skips the test where its database is missing or lacks a feature, gives it the fixture, and closes that. */
    private record Leg(TestDatabase database, List<Feature> required)
            implements ExecutionCondition, BeforeEachCallback, ParameterResolver, AfterEachCallback {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Optional<String> reason = reasonToSkip();
            context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(RunSummary.class, key -> new RunSummary(), RunSummary.class)
                    .add(database.name(), reason);
            return reason.map(text -> ConditionEvaluationResult.disabled(database.name() + " is skipped: " + text))
                    .orElseGet(() -> ConditionEvaluationResult.enabled(database.name() + " is there"));
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            for (Feature feature : required) {
                Assumptions.assumeTrue(
                        fixture(context).supports(feature),
                        () -> database.name() + " is skipped: it has no " + feature.description());
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return PARAMETERS.contains(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            DatabaseFixture fixture = fixture(context);
            Class<?> type = parameter.getParameter().getType();
            if (type == Engine.class) {
                return fixture.engine();
            }
            return type == StatementRecorder.class ? fixture.recorder() : fixture;
        }

        @Override
        public void afterEach(ExtensionContext context) throws Exception {
            DatabaseFixture fixture = store(context).remove(DatabaseFixture.class, DatabaseFixture.class);
            if (fixture != null) {
                fixture.close();
            }
        }

        private Optional<String> reasonToSkip() {
            boolean known = ServiceLoader.load(DialectFactory.class).stream()
                    .anyMatch(factory -> factory.get().name().equals(database.dialect()));
            return known ? database.unavailable() : Optional.of("no dialect '" + database.dialect() + "' is installed");
        }

        private DatabaseFixture fixture(ExtensionContext context) {
            return store(context)
                    .computeIfAbsent(
                            DatabaseFixture.class, key -> new DatabaseFixture(database), DatabaseFixture.class);
        }

        private static Store store(ExtensionContext context) {
            return context.getStore(NAMESPACE);
        }
    }
}
