package org.alkahest.chinook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineOptions;
import org.alkahest.testkit.StatementRebuilding;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.Assumptions;

/** A copy of the music shop's database, as it is, with an engine on it and JDBC beside it. */
final class Chinook implements AutoCloseable {
    private static final Path ORIGINAL =
            Path.of(System.getProperty("alkahest.root")).resolve("../shared/data/chinook/chinook.sqlite");

    private final Path copy;
    private final StatementRecorder recorder = new StatementRecorder();
    private final Engine engine;

    private Chinook(Path copy) {
        this.copy = copy;
        this.engine = Engine.create(
                "jdbc:sqlite:" + copy,
                StatementRebuilding.in(EngineOptions.defaults().withListener(recorder)));
    }

    /** Skips the test where the data is not there. */
    static Chinook open() {
        Assumptions.assumeTrue(
                Files.exists(ORIGINAL), () -> "the Chinook database is skipped: there is no " + ORIGINAL.normalize());
        try {
            Path copy = Files.createTempFile("chinook", ".db");
            return new Chinook(Files.write(copy, Files.readAllBytes(ORIGINAL)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Engine engine() {
        return engine;
    }

    StatementRecorder recorder() {
        return recorder;
    }

    /** What hand-written SQL answers through JDBC, one text per row. */
    List<String> ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getObject(i));
                }
                answer.add(line(values.toArray()));
            }
            return answer;
        }
    }

    /** Values side by side, money with two digits as SQL's {@code printf('%.2f', …)} writes it. */
    static String line(Object... values) {
        return Arrays.stream(values)
                .map(value -> value instanceof BigDecimal money ? money.setScale(2, RoundingMode.HALF_UP) : value)
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    @Override
    public void close() throws IOException {
        int open = engine.statistics().openConnections();
        engine.close();
        Files.delete(copy);
        if (open > 0) {
            throw new AssertionError(open + " connections were left open");
        }
    }
}
