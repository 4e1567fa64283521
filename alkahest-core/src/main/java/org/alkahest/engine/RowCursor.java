package org.alkahest.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.Compiled.OutputColumn;
import org.alkahest.type.Codec;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.slf4j.LoggerFactory;

/** The rows of a JDBC result, decoded one by one; no allocation per row but for the values. */
final class RowCursor<R> implements Iterator<R> {
    private final String sql;
    private final PreparedStatement statement;
    private final PreparedStatements home;
    private final ResultSet jdbcRows;
    private final TransactionState state;
    private final RowReader reader;
    private final Decoder<R> decoder;
    private boolean positioned;
    private boolean ended;
    private boolean reusable;

    RowCursor(
            Compiled compiled,
            PreparedStatement statement,
            PreparedStatements home,
            ResultSet jdbcRows,
            TransactionState state,
            Decoder<R> decoder,
            boolean reusable) {
        this.reusable = reusable;
        this.sql = compiled.sql();
        this.statement = statement;
        this.home = home;
        this.jdbcRows = jdbcRows;
        this.state = state;
        List<OutputColumn> columns = compiled.columns();
        Codec<?>[] codecs = new Codec<?>[columns.size()];
        String[] labels = new String[codecs.length];
        for (int i = 0; i < codecs.length; i++) {
            codecs[i] = columns.get(i).codec();
            labels[i] = columns.get(i).label();
        }
        this.reader = new RowReader(jdbcRows, codecs, Arrays.asList(labels));
        this.decoder = decoder.over(reader);
    }

    @Override
    public boolean hasNext() {
        if (!positioned && !ended) {
            try {
                positioned = jdbcRows.next();
            } catch (SQLException e) {
                reusable = false;
                throw state.failed("Cannot read the next row", sql, e);
            }
            ended = !positioned;
        }
        return positioned;
    }

    @Override
    @SuppressWarnings("NullAway") // a row is null where the database says NULL
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The result has no more rows");
        }
        positioned = false;
        return decoder.decode(reader);
    }

    /** Frees the cursor and gives its statement back; one that is in doubt is closed. */
    void close() {
        try {
            jdbcRows.close();
        } catch (SQLException e) {
            reusable = false;
            LoggerFactory.getLogger(RowCursor.class).debug("Closing a result failed", e);
        }
        try {
            if (reusable) {
                home.giveBack(sql, List.of(), statement);
            } else {
                statement.close();
            }
        } catch (SQLException e) {
            LoggerFactory.getLogger(RowCursor.class).debug("Closing a statement failed", e);
        }
    }
}
