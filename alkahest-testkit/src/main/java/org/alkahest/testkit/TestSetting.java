package org.alkahest.testkit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of one leg: {@code ALKAHEST_TEST_<NAME>}, or failing that {@code ALKAHEST_TEST_<DIALECT>}, is
 * {@code off} or the JDBC URL of a running server to use instead.
 *
 * @param variable the variable that was asked for last
 * @param value null if none is set
 * @param isShared whether it is the dialect's variable, which all legs of it read
 */
record TestSetting(String variable, @Nullable String value, boolean isShared) {
    private static final String PREFIX = "ALKAHEST_TEST_";

    static TestSetting of(TestDatabase database) {
        return of(database.name(), database.dialect(), System::getenv);
    }

    static TestSetting of(String name, String dialect, UnaryOperator<@Nullable String> environment) {
        String own = variable(name);
        String shared = variable(dialect);
        String value = environment.apply(own);
        return value != null || own.equals(shared)
                ? new TestSetting(own, value, false)
                : new TestSetting(shared, environment.apply(shared), true);
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    boolean isOff() {
        return "off".equalsIgnoreCase(value);
    }

    Optional<String> url() {
        return isOff() ? Optional.empty() : Optional.ofNullable(value);
    }

    /** The reason to skip a leg that has no server of its own, so that a URL cannot replace it. */
    Optional<String> refusal() {
        if (isOff()) {
            return Optional.of(variable + " is off");
        }
        return url().map(url ->
                variable + " is '" + url + "', but this database takes no URL. Set it to off, or unset it");
    }
}
