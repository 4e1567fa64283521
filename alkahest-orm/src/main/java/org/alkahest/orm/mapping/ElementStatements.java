package org.alkahest.orm.mapping;

import java.util.List;
import org.alkahest.schema.Column;
import org.alkahest.sql.Delete;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.OrderTerm;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Update;
import org.alkahest.type.SqlTypes;

/** Statements on the elements that one owner has in a collection, written from what the association knows. Immutable. */
public record ElementStatements<T>(ToMany<?, T> association, Object ownerKey) {
    /** In the association's order, or that of the key. */
    public Select<T> select() {
        EntityTable<T> target = association.target();
        List<? extends OrderTerm> order = association.orderBy();
        return association
                .rows(List.of(ownerKey))
                .in(Sql.select(target))
                .orderBy((order.isEmpty() ? target.primaryKey() : order).toArray(new OrderTerm[0]));
    }

    /** With the reference to the owner; errors with ALK-2065 for a collection with a table between. */
    public Insert insert() {
        List<Column<?>> referring = association.foreignKeyColumns();
        if (referring.isEmpty()) {
            throw new MappingException(
                    "ALK-2065",
                    "Cannot insert into '" + association.describePath()
                            + "' by a statement: a row of the table between would be missing. Add the objects.");
        }
        Insert insert = Sql.insert(association.target());
        for (int i = 0; i < referring.size(); i++) {
            insert = set(insert, referring.get(i), Keys.part(ownerKey, i));
        }
        return insert;
    }

    public Update update() {
        return Sql.update(association.target()).where(isElement());
    }

    public Delete delete() {
        return Sql.delete(association.target()).where(isElement());
    }

    private Expression<Boolean> isElement() {
        OwnedRows rows = association.rows(List.of(ownerKey));
        if (rows.joins().isEmpty()) {
            return rows.where();
        }
        return Sql.exists(Sql.select(Sql.raw("1", SqlTypes.INTEGER))
                .from(rows.from())
                .where(rows.where().and(rows.joins().get(0).on())));
    }

    @SuppressWarnings("unchecked") // a key's part has the Java type of its column
    private static <V> Insert set(Insert insert, Column<V> column, Object value) {
        return insert.set(column, (V) value);
    }
}
