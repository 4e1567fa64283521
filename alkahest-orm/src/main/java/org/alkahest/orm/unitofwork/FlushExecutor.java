package org.alkahest.orm.unitofwork;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.TablePart;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.FlushAction.ClearColumns;
import org.alkahest.orm.unitofwork.FlushAction.ClearRows;
import org.alkahest.orm.unitofwork.FlushAction.DeleteRows;
import org.alkahest.orm.unitofwork.FlushAction.FollowKey;
import org.alkahest.orm.unitofwork.FlushAction.InsertRows;
import org.alkahest.orm.unitofwork.FlushAction.LinkRows;
import org.alkahest.orm.unitofwork.FlushAction.MoveRows;
import org.alkahest.orm.unitofwork.FlushAction.SwitchRows;
import org.alkahest.orm.unitofwork.FlushAction.UnlinkRows;
import org.alkahest.orm.unitofwork.FlushAction.UpdateRows;
import org.alkahest.schema.Column;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * Carries out batches of a plan on one connection, and brings the objects' keys, snapshots and states up to date. One
 * thread at a time.
 */
final class FlushExecutor {
    private final Connection connection;
    private final IdentityMap identities;
    private final int epoch;
    private final RowVersions versions;
    private final ReadBack readBack;
    private final LinkWriter links;
    private final RowInserter inserter;

    FlushExecutor(Connection connection, IdentityMap identities, int epoch, Clock clock) {
        this.connection = connection;
        this.identities = identities;
        this.epoch = epoch;
        this.versions = new RowVersions(clock);
        this.readBack = new ReadBack(connection);
        this.links = new LinkWriter(connection);
        this.inserter = new RowInserter(connection);
    }

    void execute(FlushAction action) {
        switch (action) {
            case InsertRows a -> insert(a);
            case UpdateRows a -> update(a);
            case SwitchRows a -> takeOver(a);
            case ClearColumns a -> clear(a);
            case DeleteRows a -> delete(a);
            case LinkRows a -> links.insert(a);
            case UnlinkRows a -> links.delete(a);
            case ClearRows a -> links.clear(a);
            case MoveRows a -> links.move(a);
            case FollowKey a -> follow(a);
        }
    }

    private void insert(InsertRows action) {
        if (action.generated().stream().noneMatch(Column::isPrimaryKey)) {
            action.entries().forEach(FlushExecutor::requireKey);
        }
        action.entries().forEach(entry -> versions.begin(action.table(), entry));
        List<Column<?>> selected = new ArrayList<>(action.generated());
        selected.removeAll(inserter.insert(action));
        selected.addAll(ReadBack.afterInsert(action.table()));
        readBack.read(action.table(), selected, action.entries());
        action.entries().stream().filter(entry -> isLast(action.table(), entry)).forEach(this::inserted);
    }

    /** Whether a table is the last of those that an object's row lies in. */
    private static boolean isLast(EntityTable<?> table, EntityEntry<?> entry) {
        List<TablePart> parts = entry.mapping().table().parts();
        return parts.size() == 1 || parts.get(parts.size() - 1).table().equals(table);
    }

    /** Looked at now, and not when planning: a part of the key may refer to a row that was inserted just before. */
    private static <E> void requireKey(EntityEntry<E> entry) {
        if (entry.mapping().key(entry.entity()) == null) {
            throw new MappingException(
                    "ALK-2204",
                    "Cannot insert " + entry
                            + ": its key is not set, and the database does not generate it. Set the key"
                            + " before the flush.");
        }
    }

    private <E> void inserted(EntityEntry<E> entry) {
        Object key = entry.mapping().key(entry.entity());
        if (key == null) {
            throw new MappingException(
                    "ALK-2204", "Cannot file " + entry + ": the database generated no key for its row. Set the key.");
        }
        identities.file(entry, key);
        identities.move(entry, State.PERSISTENT);
        saved(entry);
    }

    private void saved(EntityEntry<?> entry) {
        entry.takeSnapshot();
        entry.setEpoch(epoch);
    }

    /** The new objects have the rows from here on, and the deleted ones have none. */
    private void takeOver(SwitchRows action) {
        List<EntityEntry<?>> entries = new ArrayList<>();
        for (Changes.Switch each : action.switches()) {
            deleted(each.before());
            each.now().restoreBaseline(each.before().snapshot(), List.of());
            inherit(each.now(), each.before());
            entries.add(each.now());
        }
        List<Column<?>> selected = ReadBack.afterSwitch(action.table());
        if (!action.writes()) {
            entries.forEach(RowVersions::takeBefore);
            readBack.read(action.table(), selected, entries);
            entries.forEach(this::saved);
            return;
        }
        Update update = Sql.update(action.table());
        for (Column<?> column : action.defaults()) {
            update = setDefault(update, column);
        }
        update(
                new UpdateRows(action.table(), RowVersions.withVersion(action.table(), action.columns()), entries),
                update,
                selected);
    }

    private void inherit(EntityEntry<?> now, EntityEntry<?> before) {
        Object key = before.key();
        if (key != null) {
            identities.file(now, key);
        }
        identities.move(now, State.PERSISTENT);
    }

    @SuppressWarnings("unchecked") // a column's default has its type
    private static <T> Update setDefault(Update update, Column<T> column) {
        Expression<?> value = column.options().serverDefault();
        return value == null ? update : update.setTo(column, (Expression<T>) value);
    }

    private void update(UpdateRows action) {
        update(action, Sql.update(action.table()), ReadBack.afterUpdate(action.table()));
    }

    private void update(UpdateRows action, Update begun, List<Column<?>> selected) {
        Update update = begun;
        for (Column<?> column : action.columns()) {
            update = setParameter(update, column);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (EntityEntry<?> entry : action.entries()) {
            Map<String, Object> row = values(entry, action.columns());
            versions.putNext(row, action.table(), entry);
            addKey(row, action.table(), entry);
            rows.add(row);
        }
        check("update", action.entries(), connection.executeBatch(update.where(rowMatches(action.table())), rows));
        if (action.columns().stream().anyMatch(Column::isPrimaryKey)) {
            action.entries().forEach(this::fileAnew);
        }
        readBack.read(action.table(), selected, action.entries());
        for (int i = 0; i < rows.size(); i++) {
            versions.take(action.table(), action.entries().get(i), rows.get(i));
            saved(action.entries().get(i));
        }
    }

    private <E> void fileAnew(EntityEntry<E> entry) {
        Object key = entry.mapping().key(entry.entity());
        if (key != null) {
            identities.file(entry, key);
        }
    }

    private void follow(FollowKey action) {
        Update update = Sql.update(action.table());
        Expression<Boolean> matches = null;
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < action.columns().size(); i++) {
            Column<?> column = action.columns().get(i);
            update = setParameter(update, column);
            Expression<Boolean> same = equalsKeyParameter(column);
            matches = matches == null ? same : matches.and(same);
            row.put(column.name(), Keys.part(action.after(), i));
            row.put(keyParameter(column), Keys.part(action.before(), i));
        }
        if (matches != null) {
            connection.executeBatch(update.where(matches), List.of(row));
        }
    }

    private void clear(ClearColumns action) {
        Update update = Sql.update(action.table());
        for (Column<?> column : action.columns()) {
            update = update.setNull(column);
        }
        runByKey("update", update.where(rowMatches(action.table())), action.table(), action.entries());
        List<Column<?>> selected = ReadBack.afterUpdate(action.table());
        readBack.read(action.table(), selected, action.entries());
        if (!selected.isEmpty()) {
            action.entries().forEach(EntityEntry::takeSnapshot);
        }
    }

    private void delete(DeleteRows action) {
        Delete delete = Sql.delete(action.table()).where(rowMatches(action.table()));
        runByKey("delete", delete, action.table(), action.entries());
        for (EntityEntry<?> entry : action.entries()) {
            if (entry.mapping().table().parts().get(0).table().equals(action.table())) {
                deleted(entry); // the root's row goes last
            }
        }
    }

    private void deleted(EntityEntry<?> entry) {
        identities.unfile(entry);
        identities.move(entry, State.DELETED);
        entry.setMarkedDeleted(false);
    }

    private void runByKey(String verb, DmlStatement statement, EntityTable<?> table, List<EntityEntry<?>> entries) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (EntityEntry<?> entry : entries) {
            Map<String, Object> row = new HashMap<>();
            addKey(row, table, entry);
            rows.add(row);
        }
        check(verb, entries, connection.executeBatch(statement, rows));
    }

    private static void check(String verb, List<EntityEntry<?>> entries, long[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                throw stale(verb, entries.get(i));
            }
        }
    }

    private static StaleDataException stale(String verb, EntityEntry<?> entry) {
        Versioning versioning = entry.mapping().table().versioning();
        return new StaleDataException(
                "ALK-2203",
                "Cannot " + verb + " " + entry + ": its row "
                        + (versioning == null
                                ? "is not there any more; another transaction deleted it or changed its key."
                                : "with " + versioning.column().name() + " = " + RowVersions.before(entry, versioning)
                                        + " is not there any more; another transaction changed or deleted it.")
                        + " Roll back, then load it again.");
    }

    private static Map<String, Object> values(EntityEntry<?> entry, List<Column<?>> columns) {
        Map<String, Object> row = new HashMap<>();
        for (Column<?> column : columns) {
            row.put(column.name(), nullable(entry.valueToWrite(column)));
        }
        return row;
    }

    @SuppressWarnings("NullAway") // HashMap takes null values; parameters may be null
    private static Object nullable(@Nullable Object value) {
        return value;
    }

    /** The WHERE parameters are named apart from those of SET: an UPDATE may change a key column. */
    private static void addKey(Map<String, Object> row, EntityTable<?> table, EntityEntry<?> entry) {
        List<Column<?>> columns = table.primaryKey();
        Object key = entry.key();
        for (int i = 0; i < columns.size() && key != null; i++) {
            row.put(keyParameter(columns.get(i)), Keys.part(key, i));
        }
        RowVersions.putBefore(row, table, entry);
    }

    /** The row of a key, with the version that the object was read with. */
    private static Expression<Boolean> rowMatches(EntityTable<?> table) {
        Expression<Boolean> matches = null;
        for (Column<?> column : table.primaryKey()) {
            Expression<Boolean> same = equalsKeyParameter(column);
            matches = matches == null ? same : matches.and(same);
        }
        if (matches == null) {
            throw new IllegalStateException("An entity's table has a key: " + table);
        }
        return RowVersions.and(matches, table);
    }

    private static String keyParameter(Column<?> column) {
        return "key " + column.name();
    }

    private static <T> Expression<Boolean> equalsKeyParameter(Column<T> column) {
        return column.eq(new Parameter<>(keyParameter(column), column.type()));
    }

    private static <T> Update setParameter(Update update, ColumnRef<T> column) {
        return update.setTo(column, new Parameter<>(column.name(), column.type()));
    }
}
