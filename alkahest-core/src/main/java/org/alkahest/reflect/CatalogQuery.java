package org.alkahest.reflect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query of a system catalogue, put together from text and values, for the inspectors of dialects. One thread at a time. */
public final class CatalogQuery {
    /** The least of the limits that databases have. */
    private static final int LONGEST_LIST = 1000;

    private final StringBuilder sql;
    private final List<@Nullable Object> values = new ArrayList<>();

    private CatalogQuery(String sql) {
        this.sql = new StringBuilder(sql);
    }

    /** Begins with text and the values of its placeholders. */
    public static CatalogQuery of(String sql, @Nullable Object... values) {
        return new CatalogQuery("").add(sql, values);
    }

    /** Adds text, after a blank, and the values of its placeholders. */
    public CatalogQuery add(String text, @Nullable Object... more) {
        sql.append(sql.isEmpty() ? "" : " ").append(text);
        Collections.addAll(values, more);
        return this;
    }

    /**
     * Adds {@code AND column IN (?, …)}, in lists of at most {@value #LONGEST_LIST}; nothing if there are no values, which
     * stands for all.
     */
    public CatalogQuery andIn(String column, Collection<?> allowed) {
        List<Object> all = new ArrayList<>(allowed);
        for (int from = 0; from < all.size(); from += LONGEST_LIST) {
            List<Object> part = all.subList(from, Math.min(from + LONGEST_LIST, all.size()));
            sql.append(from == 0 ? " AND (" : " OR ").append(column).append(" IN (");
            sql.append("?, ".repeat(part.size() - 1)).append("?)");
            values.addAll(part);
        }
        sql.append(all.isEmpty() ? "" : ")");
        return this;
    }

    /** Sends the query and hands each row to a function. */
    public void forEach(Connection connection, RowConsumer rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.accept(result);
                }
            }
        }
    }

    /** Sends the query and gives a value for each row. */
    public <T> List<T> list(Connection connection, RowFunction<T> reader) throws SQLException {
        List<T> all = new ArrayList<>();
        forEach(connection, row -> all.add(reader.read(row)));
        return all;
    }

    /** Sends the query and gives the first column. */
    public List<String> strings(Connection connection) throws SQLException {
        return list(connection, row -> row.getString(1));
    }

    /** Sends the query; whether it has a row. */
    public boolean hasRow(Connection connection) throws SQLException {
        return !list(connection, row -> true).isEmpty();
    }

    /** Takes the row at which a result stands. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** Reads the row at which a result stands. */
    @FunctionalInterface
    public interface RowFunction<T> {
        T read(ResultSet row) throws SQLException;
    }
}
