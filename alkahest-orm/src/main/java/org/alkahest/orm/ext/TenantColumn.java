package org.alkahest.orm.ext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionListener;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.schema.Column;
import org.alkahest.schema.RestrictedTable;
import org.alkahest.schema.Table;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Merge;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableName;
import org.alkahest.sql.Update;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sessions of a tenant to the tenant's rows of some tables, by a column of each: new objects get the tenant, and
 * every query, lazy load, look-up, UPDATE and DELETE of the session has the condition, wherever the table stands in it. An
 * object or a statement that would give a row to another tenant is refused before it is sent.
 *
 * <pre>{@code
 * var tenants = TenantColumn.of(() -> currentTenant(), PROJECT.tenant, TASK.tenant);
 * var sessions = Sessions.of(engine, SessionOptions.DEFAULT.withListener(tenants));
 * }</pre>
 *
 * <p>The supplier has to give the same tenant for as long as a session has objects. SQL text, what is sent through
 * {@link Session#connection}, and an INSERT or MERGE that is a named part of another statement are not seen;
 * {@link Session#attach} takes the object's word for its row. Immutable; as thread-safe as its supplier.
 *
 * @param <T> the Java type of the column
 */
public final class TenantColumn<T> implements SessionListener {
    private final Supplier<? extends T> tenant;
    private final Map<TableName, Column<T>> columns;

    private TenantColumn(Supplier<? extends T> tenant, Map<TableName, Column<T>> columns) {
        this.tenant = Objects.requireNonNull(tenant, "tenant is null");
        this.columns = columns;
    }

    /**
     * For the entities of some columns; of a hierarchy in one table, the root's is for all classes. Errors with ALK-2144 for a
     * column of no entity, or of a hierarchy of joined tables, whose subclasses' tables do not have it.
     *
     * @param tenant asked whenever something is inserted or sent; never null
     */
    @SafeVarargs
    public static <T> TenantColumn<T> of(Supplier<? extends T> tenant, Column<T>... columns) {
        Map<TableName, Column<T>> byTable = new LinkedHashMap<>();
        for (Column<T> column : columns) {
            boolean joined = column.owner() instanceof EntityTable<?> table
                    && table.isInherited()
                    && table.storedTables().get(0) instanceof EntityTable<?>;
            if (joined || !(column.owner() instanceof EntityTable<?>)) {
                throw new AlkahestArgumentException(
                        "ALK-2144",
                        "Cannot keep rows of '" + column.owner().name() + "' apart by column '" + column.name() + "': "
                                + (joined
                                        ? "the tables of its subclasses do not have it. Keep the hierarchy in one"
                                                + " table."
                                        : "it is the table of no entity. Give a column of a companion."));
            }
            byTable.put(TableName.of(column.owner()), column);
        }
        return new TenantColumn<>(tenant, byTable);
    }

    private T present() {
        return Objects.requireNonNull(tenant.get(), "the supplier of the tenant gave null");
    }

    @Override
    public void beforeInsert(Session session, Object entity) {
        columns.values().forEach(column -> fill((EntityTable<?>) column.owner(), column, entity));
    }

    private <E> void fill(EntityTable<E> table, Column<T> column, Object object) {
        Class<E> type = table.mapping().entityClass();
        if (!type.isInstance(object)) {
            return;
        }
        E entity = type.cast(object);
        int position = EntityTable.position(column);
        if (Keys.isUnset(table.mapping().value(entity, position))) {
            table.mapping().setValue(entity, position, present());
        }
        requireOwn(table, column, entity);
    }

    @Override
    public void beforeUpdate(Session session, Object entity) {
        columns.values().forEach(column -> requireOwn((EntityTable<?>) column.owner(), column, entity));
    }

    @Override
    public void beforeDelete(Session session, Object entity) {
        beforeUpdate(session, entity);
    }

    private <E> void requireOwn(EntityTable<E> table, Column<T> column, Object object) {
        Class<E> type = table.mapping().entityClass();
        if (!type.isInstance(object)) {
            return;
        }
        Object value = table.mapping().value(type.cast(object), EntityTable.position(column));
        T own = present();
        if (!own.equals(value)) {
            throw new AlkahestArgumentException(
                    "ALK-2141",
                    "Cannot write a " + object.getClass().getSimpleName() + ": its '" + column.name() + "' is " + value
                            + ", and the tenant at hand is " + own
                            + ". Leave the attribute alone; it is filled in when the object is new.");
        }
    }

    @Override
    public Statement beforeExecute(Session session, Statement statement, boolean own) {
        if (statement instanceof DmlStatement change) {
            return restricted(change);
        }
        if (statement instanceof Returning<?> returning) {
            return restrict(returningOf(returning));
        }
        return statement instanceof RowStatement<?> ? restrict(statement) : statement;
    }

    private <R> Returning<R> returningOf(Returning<R> returning) {
        return new Returning<>(restricted(returning.statement()), returning.selection());
    }

    private DmlStatement restricted(DmlStatement change) {
        Column<T> column = columns.get(TableName.of(change.table()));
        if (column == null) {
            return restrict(change);
        }
        return switch (change) {
            case Insert insert -> restrict(filled(insert, column));
            case Update update -> restrict(requireUnassigned(update, column));
            case Delete delete -> restrict(delete);
            case Merge merge -> throw refusal(merge, "a MERGE changes rows whatever tenant they have");
        };
    }

    private <S extends Statement> S restrict(S statement) {
        T now = present();
        return RestrictedTable.rewrite(table -> condition(table, now)).apply(statement);
    }

    private @Nullable Expression<Boolean> condition(Table table, T now) {
        Column<T> column = columns.get(TableName.of(table));
        return column == null
                ? null
                : table.column(column.name(), column.type().javaType()).eq(now);
    }

    /** The rows of an INSERT with the tenant in each. */
    private Insert filled(Insert statement, Column<T> column) {
        Insert insert = requireUnassigned(statement, column);
        if (insert.query() != null || !insert.conflicts().isEmpty()) {
            throw refusal(insert, "its rows are those of a query, or change others by ON CONFLICT");
        }
        List<ColumnRef<?>> all = new ArrayList<>(insert.columns());
        all.add(column);
        List<List<Expression<?>>> rows = new ArrayList<>();
        List<List<Expression<?>>> given = insert.rows().isEmpty() ? List.of(List.of()) : insert.rows();
        for (List<Expression<?>> row : given) {
            List<Expression<?>> with = new ArrayList<>(row);
            with.add(Sql.value(present(), column.type()));
            rows.add(with);
        }
        return new Insert(insert.table(), all, rows, null, insert.conflicts(), insert.extensions());
    }

    private <S extends DmlStatement> S requireUnassigned(S change, Column<T> column) {
        for (ColumnRef<?> assigned : change.assignedColumns()) {
            if (assigned.name().equals(column.name())) {
                throw refusal(change, "it assigns '" + column.name() + "' itself");
            }
        }
        return change;
    }

    private static AlkahestArgumentException refusal(DmlStatement change, String why) {
        return new AlkahestArgumentException(
                "ALK-2142",
                "Cannot keep the " + change.getClass().getSimpleName() + " of '"
                        + change.table().name() + "' to one tenant: " + why
                        + ". Use an UPDATE, a DELETE or an INSERT of values that leaves the column out.");
    }
}
