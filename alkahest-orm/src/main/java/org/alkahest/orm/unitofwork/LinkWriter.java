package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.FlushAction.ClearRows;
import org.alkahest.orm.unitofwork.FlushAction.LinkRows;
import org.alkahest.orm.unitofwork.FlushAction.MoveRows;
import org.alkahest.orm.unitofwork.FlushAction.UnlinkRows;
import org.alkahest.schema.Column;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Update;

/** Writes the rows of association tables. */
final class LinkWriter {
    private final Connection connection;

    LinkWriter(Connection connection) {
        this.connection = connection;
    }

    void insert(LinkRows action) {
        Insert insert = Sql.insert(action.table().table());
        for (Column<?> column : keys(action.table())) {
            insert = set(insert, column);
        }
        Changes.Place place = action.links().get(0).place();
        if (place != null) {
            insert = set(insert, place.column());
        }
        connection.executeBatch(insert, rows(action.links()));
    }

    void delete(UnlinkRows action) {
        connection.executeBatch(
                Sql.delete(action.table().table()).where(matches(keys(action.table()))), rows(action.links()));
    }

    void clear(ClearRows action) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (EntityEntry<?> owner : action.owners()) {
            Map<String, Object> row = new HashMap<>();
            putParts(row, action.table().ownerColumns(), owner);
            rows.add(row);
        }
        connection.executeBatch(
                Sql.delete(action.table().table()).where(matches(action.table().ownerColumns())), rows);
    }

    void move(MoveRows action) {
        Changes.Place place = action.links().get(0).place();
        if (place != null) {
            Update update = set(Sql.update(action.table().table()), place.column());
            connection.executeBatch(update.where(matches(keys(action.table()))), rows(action.links()));
        }
    }

    private static List<Column<?>> keys(JoinTable table) {
        List<Column<?>> columns = new ArrayList<>(table.ownerColumns());
        columns.addAll(table.targetColumns());
        return columns;
    }

    private static List<Map<String, Object>> rows(List<Changes.Link> links) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Changes.Link link : links) {
            Map<String, Object> row = new HashMap<>();
            putParts(row, link.table().ownerColumns(), link.owner());
            putParts(row, link.table().targetColumns(), link.target());
            Changes.Place place = link.place();
            if (place != null) {
                row.put(place.column().name(), place.value());
            }
            rows.add(row);
        }
        return rows;
    }

    private static void putParts(Map<String, Object> row, List<Column<?>> columns, EntityEntry<?> entry) {
        Object key = entry.key();
        if (key == null) {
            throw new MappingException(
                    "ALK-2201",
                    "Cannot link " + entry + ": it has no key and is not being inserted. Add it to the session.");
        }
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i).name(), Keys.part(key, i));
        }
    }

    private static Expression<Boolean> matches(List<Column<?>> columns) {
        Expression<Boolean> matches = equalsParameter(columns.get(0));
        for (Column<?> column : columns.subList(1, columns.size())) {
            matches = matches.and(equalsParameter(column));
        }
        return matches;
    }

    private static <T> Expression<Boolean> equalsParameter(Column<T> column) {
        return column.eq(new Parameter<>(column.name(), column.type()));
    }

    private static <T> Insert set(Insert insert, Column<T> column) {
        return insert.setTo(column, new Parameter<>(column.name(), column.type()));
    }

    private static <T> Update set(Update update, Column<T> column) {
        return update.setTo(column, new Parameter<>(column.name(), column.type()));
    }
}
