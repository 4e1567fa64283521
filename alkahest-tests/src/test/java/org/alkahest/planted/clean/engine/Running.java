package org.alkahest.planted.clean.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.alkahest.planted.clean.sql.Statement;

class Running {
    Instant at(Clock clock, Statement statement) {
        return Instant.now(clock);
    }

    String read(ResultSet results) throws SQLException {
        return results.getString(1);
    }
}
