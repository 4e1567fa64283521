package org.alkahest.examples.university;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

final class ReadmeExampleTest {
    @DatabaseTest
    void doesWhatTheReadmeSays(DatabaseFixture database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReadmeExample.run(database.jdbcUrl(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrder(
                        "Updated Name: 1",
                        "Fatima: 2",
                        "Total[name=Fatima, paid=30000.00]",
                        "Total[name=Updated Name, paid=25000.00]");
    }
}
