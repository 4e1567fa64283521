package org.alkahest.random;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a database refuses although the statement is right, by a part of its message. */
enum Limits {
    /** Limits are parameters here, so that statements can be kept. */
    DUCKDB_CORRELATED_LIMIT("duckdb", "Non-constant (limit|offset) not supported in correlated subquery"),
    /** A group's expression in a window, and outer columns in a grouped query within MERGE. */
    H2_GROUPS("h2", "must be in the GROUP BY list"),
    /** An argument that is known to be NULL loses its type. */
    H2_SUM_OF_NULL("h2", "SUM or AVG on wrong data type for"),
    /** UPDATE with other tables is a MERGE there, which joins before it looks whether a row is to be changed. */
    H2_MERGE("h2", "duplicate _ROWID_ target record already processed"),
    /** HAVING sees selected expressions and columns to group by, not those within other group expressions. */
    MARIADB_HAVING("mariadb", "Unknown column '.*' in 'HAVING'"),
    /** In the order of a term of a set operation, where NULLS FIRST is written as CASE. */
    MARIADB_WINDOW_IN_ORDER("mariadb", "Window function is allowed only in SELECT list and ORDER BY clause"),
    /** A group's expression within a larger one (14.19.3). */
    MYSQL_GROUPS("mysql", "not in GROUP BY clause and contains nonaggregated column");

    private final String dialect;
    private final Pattern message;

    Limits(String dialect, String message) {
        this.dialect = dialect;
        this.message = Pattern.compile(message);
    }

    /** The limit that an error of a dialect's database comes from, if it is one. */
    static Optional<Limits> of(String dialect, Outcome.Failed failed) {
        return Arrays.stream(values())
                .filter(limit -> limit.dialect.equals(dialect)
                        && limit.message.matcher(failed.toString()).find())
                .findFirst();
    }
}
