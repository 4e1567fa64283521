package org.alkahest.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;

/** H2 in this process and memory, in its own mode: its imitations of other databases prove nothing about them. */
final class H2TestDatabase implements TestDatabase {
    @Override
    public String name() {
        return "h2";
    }

    @Override
    public String dialect() {
        return "h2";
    }

    @Override
    public Optional<String> unavailable() {
        return TestSetting.of(this).refusal();
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public ScratchDatabase open() {
        // Without the delay the database dies with its last connection, and a pool closes connections as it likes.
        String url = "jdbc:h2:mem:" + ScratchNames.next() + ";USER=sa;DB_CLOSE_DELAY=-1";
        return new ScratchDatabase(url, () -> {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            }
        });
    }
}
