package org.alkahest.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.OnDatabases;

/** A class chooses its databases, and a method among those. */
@OnDatabases({"h2", "sqlite"})
final class OnDatabasesTest {
    @DatabaseTest
    void runsOnTheDatabasesOfItsClass(DatabaseFixture database) {
        assertThat(database.dialect()).isIn("h2", "sqlite");
    }

    @DatabaseTest(except = "sqlite")
    void runsOnThoseThatItsMethodLeaves(DatabaseFixture database) {
        assertThat(database.dialect()).isEqualTo("h2");
    }
}
