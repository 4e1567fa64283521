package org.alkahest.engine;

import java.sql.SQLException;

/** Work on the JDBC connection below a {@link Connection}. */
@FunctionalInterface
public interface JdbcFunction<T> {
    /** Does the work; must neither commit, roll back nor close. */
    T apply(java.sql.Connection connection) throws SQLException;
}
