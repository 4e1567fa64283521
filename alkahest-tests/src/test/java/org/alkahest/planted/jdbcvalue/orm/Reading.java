package org.alkahest.planted.jdbcvalue.orm;

import java.sql.ResultSet;
import java.sql.SQLException;

final class Reading {
    int read(ResultSet results) throws SQLException {
        return results.getInt(1);
    }
}
