package org.alkahest.orm.ext;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alkahest.engine.Connection;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionListener;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.KeyConditions;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.Changes;
import org.alkahest.orm.unitofwork.FlushAction;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.schema.TableBuilder;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.Sql;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;

/**
 * Keeps former rows: before a flush updates or deletes rows of an entity, it copies them into a table beside the entity's,
 * {@code documents_history}, in the same transaction. A row there has the columns of the entity's table and
 *
 * <ul>
 *   <li>{@code history_version}: 1 for the first row of a key that was replaced, 2 for the second; part of the key;
 *   <li>{@code history_time}: when it was replaced, by the clock;
 *   <li>{@code history_event}: {@code update} or {@code delete}.
 * </ul>
 *
 * <pre>{@code
 * var history = HistoryTables.of(Clock.systemUTC(), DOCUMENT);
 * MetaData.of(history.tables()).createAll(engine);
 * var sessions = Sessions.of(engine, history.in(SessionOptions.DEFAULT));
 * }</pre>
 *
 * <p>Costs one INSERT … SELECT for each table and kind of change of a flush. Of two transactions that change one row at
 * the same time the later one fails by the history's key. Statements of the user's that change rows, what foreign keys
 * delete, and association tables are not written down. A listener that may stop a flush in {@code flushPlanned} has to be
 * registered before this. Of a joined hierarchy name every class: each of its tables has a history. Immutable; as
 * thread-safe as its clock.
 */
public final class HistoryTables implements SessionListener {
    private static final int KEYS_AT_ONCE = 500;

    private final Clock clock;
    private final Map<Table, Table> histories;

    private HistoryTables(Clock clock, Map<Table, Table> histories) {
        this.clock = Objects.requireNonNull(clock, "clock is null");
        this.histories = histories;
    }

    /** For objects of some entities. */
    public static HistoryTables of(Clock clock, EntityTable<?>... entities) {
        Map<Table, Table> histories = new LinkedHashMap<>();
        for (EntityTable<?> entity : entities) {
            entity.storedTables().forEach(stored -> histories.computeIfAbsent(stored, HistoryTables::historyOf));
        }
        return new HistoryTables(clock, histories);
    }

    private static Table historyOf(Table table) {
        String schema = table.schema();
        String name = table.name() + "_history";
        TableBuilder history = schema == null ? Table.named(name) : Table.named(schema, name);
        for (Column<?> column : table.columns()) {
            history.column(
                    column.name(),
                    column.type(),
                    column.isPrimaryKey() ? ColumnOptions.primaryKey() : ColumnOptions.nullable());
        }
        return history.column("history_version", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("history_time", SqlTypes.INSTANT, ColumnOptions.notNull())
                .column("history_event", SqlTypes.varchar(6), ColumnOptions.notNull())
                .build();
    }

    /** The tables of former rows, to be created along with the others; they refer to none. */
    public List<Table> tables() {
        return List.copyOf(histories.values());
    }

    /** The table of an entity's former rows. Errors with ALK-2143 for an entity that has none here. */
    public Table table(EntityTable<?> entity) {
        Table history = histories.get(entity.storedTables().get(0));
        if (history == null) {
            throw new AlkahestArgumentException(
                    "ALK-2143",
                    "Cannot give the history of '" + entity.name() + "': it has none here. Name the entity in"
                            + " HistoryTables.of(…).");
        }
        return history;
    }

    /** The column of a table of former rows that has the former values of an entity's column. Errors as {@link #table}. */
    public <T> ColumnRef<T> column(EntityTable<?> entity, Column<T> column) {
        return table(entity).correspondingColumn(column);
    }

    /** Options by which sessions keep former rows, and flush before they query them. */
    public SessionOptions in(SessionOptions options) {
        SessionOptions with = options.withListener(this);
        for (Map.Entry<Table, Table> each : histories.entrySet()) {
            with = with.withWrites(each.getKey(), each.getValue());
        }
        return with;
    }

    @Override
    public void flushPlanned(Session session, FlushPlan plan) {
        Map<Table, Map<Object, String>> events = new LinkedHashMap<>();
        for (FlushAction action : plan.actions()) {
            switch (action) {
                case FlushAction.UpdateRows update -> note(events, update.table(), update.entries(), "update");
                case FlushAction.DeleteRows delete -> note(events, delete.table(), delete.entries(), "delete");
                case FlushAction.SwitchRows switched ->
                    note(
                            events,
                            switched.table(),
                            switched.switches().stream()
                                    .<EntityEntry<?>>map(Changes.Switch::before)
                                    .toList(),
                            "update");
                case FlushAction.ClearColumns cleared -> {} // of rows that the same flush deletes
                case FlushAction.InsertRows inserted -> {}
                case FlushAction.LinkRows linked -> {}
                case FlushAction.UnlinkRows unlinked -> {}
                case FlushAction.ClearRows cleared -> {}
                case FlushAction.MoveRows moved -> {}
                case FlushAction.FollowKey followed -> {}
            }
        }
        events.forEach((table, keys) -> {
            for (String event : List.of("update", "delete")) {
                List<Object> changed = keys.keySet().stream()
                        .filter(key -> event.equals(keys.get(key)))
                        .toList();
                write(session.connection(table), table, changed, event);
            }
        });
    }

    private void note(
            Map<Table, Map<Object, String>> events,
            EntityTable<?> table,
            Collection<EntityEntry<?>> entries,
            String event) {
        for (Table stored : table.storedTables()) {
            if (histories.containsKey(stored)) {
                Map<Object, String> keys = events.computeIfAbsent(stored, each -> new LinkedHashMap<>());
                entries.forEach(entry -> keys.put(Objects.requireNonNull(entry.key()), event));
            }
        }
    }

    private void write(Connection connection, Table table, List<Object> keys, String event) {
        Table history = Objects.requireNonNull(histories.get(table));
        List<Selectable<?>> values = new ArrayList<>(table.columns());
        values.add(nextVersion(table, history.as("earlier")));
        values.add(Sql.value(clock.instant(), SqlTypes.INSTANT));
        values.add(Sql.value(event, SqlTypes.varchar(6)));
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            List<Object> some = keys.subList(from, Math.min(from + KEYS_AT_ONCE, keys.size()));
            connection.execute(Sql.insert(history)
                    .from(
                            Sql.selectRow(values).from(table).where(KeyConditions.in(table.primaryKey(), some)),
                            history.columns().toArray(ColumnRef<?>[]::new)));
        }
    }

    /** One more than the last one of the same key. */
    private static Expression<Integer> nextVersion(Table table, Table earlier) {
        Expression<Boolean> same = table.primaryKey().stream()
                .map(key -> same(key, earlier.column(key.name())))
                .reduce(Expression::and)
                .orElseThrow();
        Column<Integer> version = earlier.column("history_version", Integer.class);
        Expression<Integer> last =
                Sql.select(Sql.max(version)).from(earlier).where(same).asScalar();
        return Sql.coalesce(last, 0).plus(1);
    }

    @SuppressWarnings("unchecked") // the history has the types of its table
    private static <T> Expression<Boolean> same(Column<T> key, Column<?> other) {
        return key.eq((Column<T>) other);
    }
}
