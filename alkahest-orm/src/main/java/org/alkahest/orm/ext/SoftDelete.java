package org.alkahest.orm.ext;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionListener;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.schema.Column;
import org.alkahest.schema.RestrictedTable;
import org.alkahest.schema.Table;
import org.alkahest.sql.Returning;
import org.alkahest.sql.Rewrite;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Statement;

/**
 * Keeps the rows of deleted objects, with the time of the deletion: a listener for sessions, and a rewriter of statements
 * for their engine, by which queries do not see such rows.
 *
 * <pre>{@code
 * var soft = SoftDelete.of(MEMO, MEMO.deletedAt, Clock.systemUTC());
 * var engine = Engine.create(url, EngineOptions.defaults().withStatementRewriter(soft::hide));
 * var sessions = Sessions.of(engine, SessionOptions.DEFAULT.withListener(soft));
 * }</pre>
 *
 * <p>{@link Session#delete} and cascades are meant; statements that delete rows do. The object stays in its session,
 * persistent and marked. Setting its time to null brings it back. Immutable; as thread-safe as its clock.
 */
public final class SoftDelete<E> implements SessionListener {
    private final EntityTable<E> table;
    private final Column<Instant> deletedAt;
    private final Clock clock;
    private final Rewrite present;

    private SoftDelete(EntityTable<E> table, Column<Instant> deletedAt, Clock clock) {
        this.table = Objects.requireNonNull(table, "table is null");
        this.deletedAt = Objects.requireNonNull(deletedAt, "deletedAt is null");
        this.clock = Objects.requireNonNull(clock, "clock is null");
        this.present = RestrictedTable.rewrite(occurrence -> isOccurrence(occurrence)
                ? occurrence.column(deletedAt.name(), Instant.class).isNull()
                : null);
    }

    /**
     * For the objects of one entity.
     *
     * @param deletedAt its column for the time of the deletion, null until then
     */
    public static <E> SoftDelete<E> of(EntityTable<E> table, Column<Instant> deletedAt, Clock clock) {
        return new SoftDelete<>(table, deletedAt, clock);
    }

    @Override
    public void beforeFlush(Session session) {
        for (Object object : session.deletedObjects()) {
            if (table.mapping().entityClass().isInstance(object)) {
                session.add(object);
                table.mapping()
                        .setValue(
                                table.mapping().entityClass().cast(object),
                                EntityTable.position(deletedAt),
                                clock.instant());
            }
        }
    }

    private boolean isOccurrence(Table other) {
        return other.name().equals(table.name()) && Objects.equals(other.schema(), table.schema());
    }

    /**
     * The same statement, without the rows of deleted objects where it only reads; others are left alone. Where the table is
     * an alias, joined, joined along a path, or in a subquery, too; of a FULL JOIN a part of a table can be no side (ALK-2028).
     */
    public Statement hide(Statement statement) {
        return statement instanceof RowStatement<?> && !(statement instanceof Returning<?>)
                ? present.apply(statement)
                : statement;
    }
}
