package org.alkahest.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Modifier;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules over compiled classes, for any root package, so that each can be shown to fail on planted violations.
 *
 * @param root the package that stands for {@code org.alkahest}
 * @param exported the packages that users see
 */
record ArchitectureRules(String root, Set<String> exported) {

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("packages are free of cycles", packagesAreFreeOfCycles());
        rules.put("every class is in a package of the design", everyClassHasALayer());
        rules.put("imports point downwards", importsPointDownwards());
        rules.put("nobody names a database's dialect", nobodyNamesADatabase());
        rules.put("JDBC stays in its packages", jdbcStaysInItsPackages());
        rules.put("JDBC values pass through codecs", jdbcValuesPassThroughCodecs());
        rules.put("case conversion names its locale", caseConversionNamesItsLocale());
        rules.put("the clock is injected", theClockIsInjected());
        rules.put("nothing sleeps", nothingSleeps());
        rules.put("nothing prints", nothingPrints());
        rules.put("nothing reads the environment", nothingReadsTheEnvironment());
        rules.put("public classes are closed or extension points", publicClassesAreClosedOrExtensionPoints());
        rules.put("exceptions have codes", exceptionsHaveCodes());
        rules.put("no method is synchronized", noMethodIsSynchronized());
        rules.put("packages are null-marked", packagesAreNullMarked());
        return rules;
    }

    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    ArchRule everyClassHasALayer() {
        Layers layers = new Layers(root);
        return classes()
                .should(have("a package that stands in the table", type -> layers.contains(type)))
                .allowEmptyShould(true);
    }

    ArchRule importsPointDownwards() {
        Layers layers = new Layers(root);
        return classes()
                .should(haveNo(
                        "imports that point upwards or sideways",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> !layers.allows(type, dependency.getTargetClass())),
                        Dependency::getDescription))
                .allowEmptyShould(true);
    }

    ArchRule nobodyNamesADatabase() {
        DescribedPredicate<JavaClass> database = resideInAPackage(root + ".dialect.*..");
        return classes()
                .should(haveNo(
                        "names of classes of another dialect",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> database.test(dependency.getTargetClass()))
                                .filter(dependency ->
                                        !dialectOf(dependency.getTargetClass()).equals(dialectOf(type))),
                        Dependency::getDescription))
                .allowEmptyShould(true);
    }

    ArchRule jdbcStaysInItsPackages() {
        return noClasses()
                .that(shipped())
                .and(outsideJdbcPackages())
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
                .allowEmptyShould(true);
    }

    ArchRule jdbcValuesPassThroughCodecs() {
        DescribedPredicate<JavaAccess<?>> getsOrSets = describe(
                "a getter of ResultSet or a setter of PreparedStatement",
                access -> (access.getTargetOwner().isAssignableTo(ResultSet.class)
                                && access.getName().startsWith("get"))
                        || (access.getTargetOwner().isAssignableTo(PreparedStatement.class)
                                && access.getName().startsWith("set")));
        return classes()
                .that(shipped())
                .and(outsideJdbcPackages())
                .should(haveNoAccess(getsOrSets))
                .allowEmptyShould(true);
    }

    ArchRule caseConversionNamesItsLocale() {
        return banned(
                "toUpperCase() or toLowerCase() without a locale",
                access -> access.getTargetOwner().isEquivalentTo(String.class)
                        && Set.of("toUpperCase", "toLowerCase").contains(access.getName())
                        && hasNoParameters(access));
    }

    ArchRule theClockIsInjected() {
        return banned(
                "the system clock",
                access -> isJavaTimeNow(access)
                        || isCall(access, System.class, "currentTimeMillis")
                        || (isCall(access, Date.class, "<init>") && hasNoParameters(access)));
    }

    ArchRule nothingSleeps() {
        return banned("Thread.sleep", access -> isCall(access, Thread.class, "sleep"));
    }

    ArchRule nothingPrints() {
        return banned(
                "System.out or System.err",
                access -> isCall(access, System.class, "out") || isCall(access, System.class, "err"));
    }

    ArchRule nothingReadsTheEnvironment() {
        return banned("System.getenv", access -> isCall(access, System.class, "getenv"));
    }

    ArchRule publicClassesAreClosedOrExtensionPoints() {
        return classes()
                .that(describe("users see", type -> exported.contains(type.getPackageName()) && isVisible(type)))
                .should(have("a closed form or an @ExtensionPoint", this::isClosed))
                .allowEmptyShould(true);
    }

    ArchRule exceptionsHaveCodes() {
        return classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(root + ".type.AlkahestException")
                .allowEmptyShould(true);
    }

    ArchRule noMethodIsSynchronized() {
        return noMethods().should().haveModifier(SYNCHRONIZED).allowEmptyShould(true);
    }

    ArchRule packagesAreNullMarked() {
        return classes()
                .should(have("a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class)))
                .allowEmptyShould(true);
    }

    /** What runs in a user's program; the test kit may print, sleep, and read the environment. */
    private DescribedPredicate<JavaClass> shipped() {
        return DescribedPredicate.not(resideInAPackage(root + ".testkit.."));
    }

    private DescribedPredicate<JavaClass> outsideJdbcPackages() {
        return DescribedPredicate.not(
                resideInAnyPackage(root + ".type..", root + ".reflect..", root + ".dialect..", root + ".engine.."));
    }

    private String dialectOf(JavaClass type) {
        String prefix = root + ".dialect.";
        String name = type.getPackageName() + ".";
        return name.startsWith(prefix) ? name.substring(0, name.indexOf('.', prefix.length())) : "";
    }

    private boolean isClosed(JavaClass type) {
        int modifiers = type.reflect().getModifiers();
        return Modifier.isFinal(modifiers)
                || Modifier.isAbstract(modifiers)
                || type.reflect().isSealed()
                || type.isAnnotatedWith(root + ".type.ExtensionPoint");
    }

    private static boolean isVisible(JavaClass type) {
        return !type.isAnonymousClass()
                && !type.isLocalClass()
                && Stream.<Class<?>>iterate(type.reflect(), each -> each != null, Class::getEnclosingClass)
                        .allMatch(each -> Modifier.isPublic(each.getModifiers()));
    }

    private static boolean isJavaTimeNow(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getName().equals("now")
                && !takesAClock(access);
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.isEquivalentTo(java.time.Clock.class));
    }

    private static boolean isCall(JavaAccess<?> access, Class<?> owner, String name) {
        return access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(name);
    }

    private static boolean hasNoParameters(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private ArchRule banned(String what, Predicate<JavaAccess<?>> isBanned) {
        return classes()
                .that(shipped())
                .should(haveNoAccess(describe(what, isBanned)))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> haveNoAccess(DescribedPredicate<JavaAccess<?>> banned) {
        return haveNo(
                "use of " + banned.getDescription(),
                type -> type.getAccessesFromSelf().stream().filter(banned),
                JavaAccess::getDescription);
    }

    private static ArchCondition<JavaClass> have(String what, Predicate<JavaClass> holds) {
        return haveNo(
                "lack of " + what,
                type -> Stream.of(type).filter(holds.negate()),
                type -> type.getName() + " lacks " + what);
    }

    private static <T> ArchCondition<JavaClass> haveNo(
            String what, Function<JavaClass, Stream<T>> findings, Function<T, String> description) {
        return new ArchCondition<>("have no " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                findings.apply(type)
                        .map(finding -> SimpleConditionEvent.violated(type, description.apply(finding)))
                        .forEach(events::add);
            }
        };
    }
}
