package org.alkahest.type;

import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.jspecify.annotations.Nullable;

/** Writes values of one type to a column of it and reads them back: by key, and by the value itself. */
final class RoundTrip<T> {
    private final DatabaseFixture database;
    private final Values<T> table;

    private RoundTrip(DatabaseFixture database, SqlType<T> type) {
        this.database = database;
        this.table = new Values<>(type);
        MetaData.of(table).dropAll(database.engine());
        MetaData.of(table).createAll(database.engine());
    }

    static <T> RoundTrip<T> of(DatabaseFixture database, SqlType<T> type) {
        return new RoundTrip<>(database, type);
    }

    /** Each value, and null, comes back equal, and the value finds its row. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final RoundTrip<T> keeps(T... values) {
        for (T value : values) {
            keepsAs(value, value);
            assertThat(finds(value)).as("%s finds %s", database, value).isTrue();
        }
        assertThat(readBack(null)).as("null on %s", database).isNull();
        return this;
    }

    /** A value comes back as another, which the type says is the same. */
    RoundTrip<T> keepsAs(T value, T expected) {
        T read = readBack(value);
        assertThat(read).as("%s on %s", value, database).isEqualTo(expected);
        assertThat(table.value.type().same(value, read))
                .as("%s is the same as %s", read, value)
                .isTrue();
        return this;
    }

    /** The value is refused before anything is sent. */
    RoundTrip<T> refuses(T value, String code) {
        assertThatThrownBy(() -> readBack(value))
                .as("%s on %s", value, database)
                .isInstanceOfSatisfying(
                        AlkahestException.class, e -> assertThat(e.code()).isEqualTo(code));
        return this;
    }

    /** The database puts values into the order in which they are given, whatever the order of their insertion. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final RoundTrip<T> sorts(T... ascending) {
        List<T> sorted = database.engine().transaction((Connection connection) -> {
            connection.execute(delete(table));
            for (T value : Arrays.asList(ascending).reversed()) {
                connection.execute(insert(table).set(table.value, value));
            }
            return connection.execute(select(table.value).orderBy(table.value)).all();
        });
        assertThat(sorted).as("order on %s", database).isEqualTo(Arrays.asList(ascending));
        return this;
    }

    @Nullable
    T readBack(@Nullable T value) {
        AtomicReference<T> read = new AtomicReference<>();
        database.engine().begin(connection -> {
            connection.execute(delete(table));
            connection.execute(
                    value == null
                            ? insert(table).setNull(table.value)
                            : insert(table).set(table.value, value));
            List<T> all = connection.execute(select(table.value)).all();
            assertThat(all).hasSize(1);
            read.set(all.get(0));
        });
        return read.get();
    }

    private boolean finds(T value) {
        return database.engine().transaction((Connection connection) -> {
            connection.execute(delete(table));
            connection.execute(insert(table).set(table.value, value));
            return connection
                            .execute(select(table.id).where(table.value.eq(value)))
                            .all()
                            .size()
                    == 1;
        });
    }

    private static final class Values<T> extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<T> value;

        Values(SqlType<T> type) {
            super("round_trip");
            value = column("kept", type);
        }
    }
}
