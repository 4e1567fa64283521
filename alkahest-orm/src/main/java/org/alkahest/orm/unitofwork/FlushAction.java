package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.sql.TableRef;

/** One batch of a flush: rows of one table that are written in the same way. Immutable. */
public sealed interface FlushAction {
    /** How many rows it writes. */
    int size();

    /** The table that it writes. */
    default TableRef written() {
        return switch (this) {
            case InsertRows rows -> rows.table();
            case UpdateRows rows -> rows.table();
            case SwitchRows rows -> rows.table();
            case ClearColumns rows -> rows.table();
            case DeleteRows rows -> rows.table();
            case LinkRows rows -> rows.table().table();
            case UnlinkRows rows -> rows.table().table();
            case ClearRows rows -> rows.table().table();
            case MoveRows rows -> rows.table().table();
            case FollowKey rows -> rows.table();
        };
    }

    /**
     * Inserts objects; the database gives the values of the columns in {@code generated}, and the flush takes them.
     *
     * @param how why each row is an execution of its own, in words; empty where it is not, or is not known yet
     */
    record InsertRows(
            EntityTable<?> table,
            List<Column<?>> columns,
            List<Column<?>> generated,
            List<EntityEntry<?>> entries,
            String how)
            implements FlushAction {
        /** As it is planned, without a database. */
        public InsertRows(
                EntityTable<?> table,
                List<Column<?>> columns,
                List<Column<?>> generated,
                List<EntityEntry<?>> entries) {
            this(table, columns, generated, entries, "");
        }

        public InsertRows {
            columns = List.copyOf(columns);
            generated = List.copyOf(generated);
            entries = List.copyOf(entries);
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public String toString() {
            return "INSERT " + table.name() + names(columns)
                    + (generated.isEmpty() ? "" : " RETURNING" + names(generated))
                    + ReadBack.describe(ReadBack.afterInsert(table))
                    + " " + entries + (how.isEmpty() ? "" : " " + how);
        }
    }

    /** Updates some columns of objects. */
    record UpdateRows(EntityTable<?> table, List<Column<?>> columns, List<EntityEntry<?>> entries)
            implements FlushAction {
        public UpdateRows {
            columns = List.copyOf(columns);
            entries = List.copyOf(entries);
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public String toString() {
            return "UPDATE " + table.name() + names(columns) + ReadBack.describe(ReadBack.afterUpdate(table)) + " "
                    + entries;
        }
    }

    /**
     * Updates rows of deleted objects to what new objects with their keys have.
     *
     * @param defaults columns that are set to what an INSERT would leave to the database
     */
    record SwitchRows(
            EntityTable<?> table, List<Column<?>> columns, List<Column<?>> defaults, List<Changes.Switch> switches)
            implements FlushAction {
        public SwitchRows {
            columns = List.copyOf(columns);
            defaults = List.copyOf(defaults);
            switches = List.copyOf(switches);
        }

        /** Whether anything is to be written; else the objects change places without a statement. */
        boolean writes() {
            return !columns.isEmpty() || !defaults.isEmpty();
        }

        @Override
        public int size() {
            return switches.size();
        }

        @Override
        public String toString() {
            List<Column<?>> all = new ArrayList<>(columns);
            all.addAll(defaults);
            return "SWITCH " + table.name() + names(all) + ReadBack.describe(ReadBack.afterSwitch(table)) + " "
                    + switches.stream().map(Changes.Switch::now).toList();
        }
    }

    /** Sets foreign keys of objects that are about to be deleted to NULL, where they are in a circle. */
    record ClearColumns(EntityTable<?> table, List<Column<?>> columns, List<EntityEntry<?>> entries)
            implements FlushAction {
        public ClearColumns {
            columns = List.copyOf(columns);
            entries = List.copyOf(entries);
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public String toString() {
            return "CLEAR " + table.name() + names(columns) + ReadBack.describe(ReadBack.afterUpdate(table)) + " "
                    + entries;
        }
    }

    /** Deletes the rows of objects. */
    record DeleteRows(EntityTable<?> table, List<EntityEntry<?>> entries) implements FlushAction {
        public DeleteRows {
            entries = List.copyOf(entries);
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public String toString() {
            return "DELETE " + table.name() + " " + entries;
        }
    }

    /** Adds rows to an association table. */
    record LinkRows(JoinTable table, List<Changes.Link> links) implements FlushAction {
        public LinkRows {
            links = List.copyOf(links);
        }

        @Override
        public int size() {
            return links.size();
        }

        @Override
        public String toString() {
            return "INSERT " + table.table().name() + " " + pairs(links);
        }
    }

    /** Takes rows out of an association table. */
    record UnlinkRows(JoinTable table, List<Changes.Link> links) implements FlushAction {
        public UnlinkRows {
            links = List.copyOf(links);
        }

        @Override
        public int size() {
            return links.size();
        }

        @Override
        public String toString() {
            return "DELETE " + table.table().name() + " " + pairs(links);
        }
    }

    /** Takes all rows of some objects out of an association table, which is seen from their side. */
    record ClearRows(JoinTable table, List<EntityEntry<?>> owners) implements FlushAction {
        public ClearRows {
            owners = List.copyOf(owners);
        }

        @Override
        public int size() {
            return owners.size();
        }

        @Override
        public String toString() {
            return "DELETE " + table.table().name() + " of " + owners;
        }
    }

    /** Changes the place that rows of an association table keep. */
    record MoveRows(JoinTable table, List<Changes.Link> links) implements FlushAction {
        public MoveRows {
            links = List.copyOf(links);
        }

        @Override
        public int size() {
            return links.size();
        }

        @Override
        public String toString() {
            return "UPDATE " + table.table().name() + " " + pairs(links);
        }
    }

    /** Changes rows that refer, without a foreign key in the database, to a key that was changed just before. */
    record FollowKey(Table table, List<Column<?>> columns, Object before, Object after) implements FlushAction {
        public FollowKey {
            columns = List.copyOf(columns);
        }

        /** How many rows there are is not known. */
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String toString() {
            return "FOLLOW " + table.name() + names(columns) + " " + before + " -> " + after;
        }
    }

    private static String names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String pairs(List<Changes.Link> links) {
        return links.stream()
                .map(l -> l.owner() + "-" + l.target()
                        + (l.place() == null ? "" : " at " + l.place().value()))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
