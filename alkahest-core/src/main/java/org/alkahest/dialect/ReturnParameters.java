package org.alkahest.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.alkahest.type.SqlType;

/**
 * Executes {@code … RETURNING columns INTO ?, ?}: the values of changed rows come back in parameters of the statement, for
 * which JDBC has no method but the database's driver has. A dialect whose traits say {@code RETURNING_INTO} provides one.
 * Thread-safe.
 */
@FunctionalInterface
public interface ReturnParameters {
    /** For dialects whose statements return their rows as a result. */
    ReturnParameters NONE = (statement, first, types) -> {
        throw new IllegalStateException("The dialect compiles RETURNING INTO but provides no ReturnParameters");
    };

    /**
     * Registers the return parameters, executes the statement and gives the changed rows, which the caller closes.
     *
     * @param statement prepared, with its other parameters bound
     * @param first the 1-based index of the first return parameter; they are the last ones
     * @param types one per return parameter, in order
     */
    ResultSet execute(PreparedStatement statement, int first, List<SqlType<?>> types) throws SQLException;
}
