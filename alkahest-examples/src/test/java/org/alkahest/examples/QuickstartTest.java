package org.alkahest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuickstartTest {
    @Test
    void tellsTheTutorialOnFilesThatItLeaves(@TempDir Path folder) throws IOException {
        Place place = new Place.Folder(folder);
        String first = run(place);
        assertTold(first);
        assertThat(run(place)).isEqualTo(first);
        assertThat(folder).isDirectoryContaining("glob:**/{tutorial,university}.db");
        assertThat(Files.size(folder.resolve("tutorial.db"))).isPositive();
    }

    @DatabaseTest("postgresql")
    void tellsTheSameOnPostgresqlTwice(DatabaseFixture database) throws IOException, SQLException {
        Place place = new Place.Server(database.jdbcUrl());
        try {
            assertTold(run(place));
            assertTold(run(place));
        } finally {
            drop(database, "tutorial", "no_tables", "university");
        }
    }

    private static void drop(DatabaseFixture database, String... names) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String name : names) {
                statement.execute("DROP SCHEMA alkahest_quickstart_" + name + " CASCADE");
            }
        }
    }

    private static void assertTold(String story) {
        assertThat(story.lines().map(String::strip))
                .containsSubsequence(
                        "Ahmad paid PKR 25000",
                        "Fatima paid PKR 30000",
                        "1: Ali, Lahore",
                        "Only the changed column was written: UPDATE students SET name = ? WHERE students.id = ?"
                                + " [Updated Name, 1]",
                        "Sara scored 92",
                        "Ali scored 85",
                        "Bilal scored 78",
                        "Calculator costs PKR 3500",
                        "Laptop costs PKR 145000",
                        "The session was closed without a commit. Students named Zara: 0")
                .anyMatch(line -> line.contains("ALK-1511") && line.contains("createAll"))
                .containsSubsequence(
                        "Ahmad paid PKR 25000.00",
                        "Fatima paid PKR 20000.00",
                        "Fatima paid PKR 10000.00",
                        "Total[name=Fatima, paid=30000.00]");
    }

    private static String run(Place place) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Quickstart(place, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
