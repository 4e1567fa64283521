package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.Expression;
import org.alkahest.sql.InValues;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Logical;

/** Conditions that columns have one of several keys, as selects by key use them. */
public final class KeyConditions {
    private KeyConditions() {}

    /** {@code column IN (keys)}, or for composite keys {@code a = ? AND b = ? OR …}, which every database has. */
    public static Expression<Boolean> in(List<? extends Expression<?>> columns, List<?> keys) {
        if (columns.size() == 1) {
            return inOne(columns.get(0), keys);
        }
        List<Expression<Boolean>> terms = new ArrayList<>();
        for (Object key : keys) {
            Expression<Boolean> term = equal(columns.get(0), Keys.part(key, 0));
            for (int i = 1; i < columns.size(); i++) {
                term = term.and(equal(columns.get(i), Keys.part(key, i)));
            }
            terms.add(term);
        }
        return terms.size() == 1 ? terms.get(0) : new Logical(Logical.Connective.OR, terms);
    }

    @SuppressWarnings("unchecked") // keys have the Java type of their column
    private static <T> Expression<Boolean> inOne(Expression<T> column, List<?> keys) {
        return new InValues<>(column, (List<T>) keys, false);
    }

    @SuppressWarnings("unchecked") // a key's part has the Java type of its column
    private static <T> Expression<Boolean> equal(Expression<T> column, Object part) {
        return column.eq(new Literal<>((T) part, column.type()));
    }
}
