package org.alkahest.testkit.conformance;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.testkit.conformance.Shelf.TITLES;
import static org.alkahest.testkit.conformance.Shelf.WRITERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Consumer;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.dialect.ForeignKeyViolationException;
import org.alkahest.dialect.MissingObjectException;
import org.alkahest.dialect.NotNullViolationException;
import org.alkahest.dialect.UniqueViolationException;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.ExtensionPoint;

/** The database's errors become the right exceptions, without values, and leave a usable connection. JUnit makes the subclass. */
@ExtensionPoint("a dialect's own repository extends it by an empty class")
public abstract class ErrorConformance {
    private static final String SECRET = "geheim";

    protected ErrorConformance() {}

    private static void fails(Engine engine, Class<? extends DatabaseException> type, Consumer<Connection> work) {
        Shelf.fill(engine);
        try (Connection connection = engine.connect()) {
            connection.execute(insert(WRITERS).set(WRITERS.name, SECRET));
            connection.commit();
            DatabaseException failure = catchThrowableOfType(type, () -> work.accept(connection));
            assertThat(failure).isNotNull();
            assertThat(failure).hasMessageNotContaining(SECRET);
            connection.rollback();
            assertThat(connection
                            .execute(select(TITLES.id).where(TITLES.id.eq(3)))
                            .one())
                    .isEqualTo(3);
        }
    }

    @DatabaseTest
    public void aRepeatedKeyIsAUniqueViolation(Engine engine) {
        fails(
                engine,
                UniqueViolationException.class,
                connection -> connection.execute(insert(WRITERS).set(WRITERS.name, SECRET)));
    }

    @DatabaseTest
    public void aRowWithoutItsParentIsAForeignKeyViolation(Engine engine) {
        fails(engine, ForeignKeyViolationException.class, connection -> {
            Shelf.add(connection, 9, 99, SECRET, "1.00");
            connection.commit();
        });
    }

    @DatabaseTest
    public void aNullWhereNoneIsTakenIsANotNullViolation(Engine engine) {
        fails(
                engine,
                NotNullViolationException.class,
                connection -> connection.execute(
                        insert(TITLES).set(TITLES.id, 9).set(TITLES.writer, 1).setNull(TITLES.title)));
    }

    @DatabaseTest
    public void aMissingTableIsAMissingObject(Engine engine) {
        fails(
                engine,
                MissingObjectException.class,
                connection -> connection.execute(text("DELETE FROM no_such_table")));
    }
}
