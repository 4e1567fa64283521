package org.alkahest.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.alkahest.type.AlkahestArgumentException;

/** All databases that tests run on: the test kit's own, then those that {@link ServiceLoader} finds. Thread-safe. */
public final class TestDatabases {
    private static final List<TestDatabase> ALL = load();

    private TestDatabases() {}

    /** Every database, available or not, in a fixed order. */
    public static List<TestDatabase> all() {
        return ALL;
    }

    /**
     * The databases with one of these names or dialects, or all if there are none. Errors with ALK-4002 for a name that no
     * database has.
     */
    public static List<TestDatabase> named(String... names) {
        if (names.length == 0) {
            return ALL;
        }
        for (String name : names) {
            if (ALL.stream().noneMatch(database -> isCalled(database, name))) {
                throw new AlkahestArgumentException(
                        "ALK-4002",
                        "Cannot run tests on '" + name
                                + "': there is no test database of that name or dialect. Use one of "
                                + ALL.stream().map(TestDatabase::name).toList() + ", or provide a TestDatabase.");
            }
        }
        return ALL.stream()
                .filter(database -> List.of(names).stream().anyMatch(name -> isCalled(database, name)))
                .toList();
    }

    private static boolean isCalled(TestDatabase database, String name) {
        return database.name().equals(name) || database.dialect().equals(name);
    }

    private static List<TestDatabase> load() {
        List<TestDatabase> databases = new ArrayList<>(List.of(
                new SqliteTestDatabase(false),
                new SqliteTestDatabase(true),
                new H2TestDatabase(),
                new DuckdbTestDatabase(false),
                new DuckdbTestDatabase(true),
                new PostgresTestDatabase("postgresql-embedded", PostgresServers::embedded, false),
                new PostgresTestDatabase("postgresql-local", PostgresServers::running, true),
                MysqlTestDatabase.mysql(),
                MysqlTestDatabase.mariadb()));
        ServiceLoader.load(TestDatabase.class).forEach(databases::add);
        return List.copyOf(databases);
    }
}
